using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Model.Files;
using DataZoneGen.Generator.Plan;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>Runs single stages, for tests of their results.</summary>
internal static class Reading
{
    public static ModelFile File(string text, string path = "model.json") => File(new ModelText(path, text));

    public static ModelFile File(ModelText file)
    {
        var input = InputFileReader.Read(file.ToAdditionalText(), new TestOptions("Acme", [file]));
        Assert.Equal(FileRole.Model, input?.Role);
        return ModelFileReader.Read(file.Path, SourceText.From(file.Text), input!.Item, CancellationToken.None);
    }

    public static (IReadOnlyList<ServiceModel> Services, IReadOnlyList<string> Diagnostics) Services(params IEnumerable<ModelText> files) => Services([], files);

    public static (IReadOnlyList<ServiceModel> Services, IReadOnlyList<string> Diagnostics) Services(
        IEnumerable<ServiceItem> items, IEnumerable<ModelText> files)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var services = ServiceMerger.Merge([.. files.Select(File)], items.ToEquatableArray(), "Acme", diagnostics);
        return ([.. services], Describe(diagnostics));
    }

    public static ServiceModel Service(params IEnumerable<ModelText> files)
    {
        var (services, diagnostics) = Services(files);
        Assert.Empty(diagnostics);
        return Assert.Single(services);
    }

    public static (Closure? Closure, IReadOnlyList<string> Diagnostics) Closure(ServiceModel service)
    {
        var diagnostics = new List<DiagnosticInfo>();
        return (ClosureBuilder.Build(service, diagnostics), Describe(diagnostics));
    }

    public static (IReadOnlyList<UnitPlan> Units, IReadOnlyList<string> Diagnostics) Plan(params IEnumerable<ModelText> files)
    {
        var (closure, problems) = Closure(Service(files));
        Assert.Empty(problems);
        var diagnostics = new List<DiagnosticInfo>();
        return ([.. ServicePlanner.Plan(closure!, diagnostics)], Describe(diagnostics));
    }

    public static IReadOnlyList<string> Describe(IEnumerable<DiagnosticInfo> diagnostics) =>
        [.. diagnostics.Select(static diagnostic => Describe(diagnostic.ToDiagnostic()))];

    /// <summary>File, line and column (from 1), id and message.</summary>
    private static string Describe(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var location = diagnostic.Location == Location.None
            ? "no location"
            : string.Create(CultureInfo.InvariantCulture, $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})");
        return location + ": " + diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }
}
