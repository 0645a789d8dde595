using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>The files with the AwsService items of the build: their list and the project file that defines them.</summary>
internal static class ProjectItems
{
    public const string Path = "/src/App.csproj";

    public static ModelText List(params IEnumerable<string> items) => new("obj/App.AwsServices.txt", string.Concat(items)) { Service = null, BuildFile = "Items" };

    /// <summary>The path of the file of <see cref="Lock"/>.</summary>
    public const string LockPath = "/src/models.lock.json";

    /// <summary>A lock file.</summary>
    public static ModelText Lock(string text) => new(LockPath, text) { Service = null, BuildFile = "ModelLock" };

    /// <summary>A project with these AwsService elements, the first of them in line 2.</summary>
    public static ModelText Project(params IEnumerable<string> elements) =>
        new(Path, "<Project>\n" + string.Concat(elements.Select(static element => element + "\n")) + "</Project>") { Service = null, BuildFile = "Project" };

    /// <summary>An item of <see cref="List"/>.</summary>
    public static string Item(string include, string kind, string key, string operations = "", string ns = "", string access = "", string protocol = "", string modelLock = "", string maxShapes = "", string fake = "") =>
        $"Include={include}\nKind={kind}\nKey={key}\nProject={Path}\nOperations={operations}\nNamespace={ns}\nAccess={access}\nProtocol={protocol}\n"
        + $"ModelLock={modelLock}\nMaxShapes={maxShapes}\nFake={fake}\n";
}
