using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>Compares generated text with a file that a person has read. <c>DATAZONEGEN_UPDATE_SNAPSHOTS=1</c> writes the files anew.</summary>
internal static class Snapshot
{
    private const string UpdateSwitch = "DATAZONEGEN_UPDATE_SNAPSHOTS";

    private const string GeneratedBy = "GeneratedCode(\"DataZoneGen\", \"";

    // A new version changes no snapshot.
    private static readonly string Version = typeof(ClientGenerator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly string Folder = Repository.PathOf("tests/Generator.Tests/Snapshots");

    private static bool IsUpdate => Environment.GetEnvironmentVariable(UpdateSwitch) == "1";

    public static void Verify(string test, string file, string text)
    {
        text = text.Replace(GeneratedBy + Version + "\"", GeneratedBy + "version\"", StringComparison.Ordinal);
        var path = Path.Combine(Folder, test, file);
        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        var relative = "tests/Generator.Tests/Snapshots/" + test + "/" + file;
        var advice = "If the new text is right, run the tests once with " + UpdateSwitch + "=1 and commit the snapshots that change.";
        if (!File.Exists(path))
        {
            Assert.Fail(relative + " does not exist.\n" + advice);
        }

        // A checkout may have changed the line ends; the generator's own are tested elsewhere.
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (expected != text)
        {
            Assert.Fail(relative + " differs from what is generated now" + FirstDifference(expected, text) + "\n" + advice);
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        return FormattableString.Invariant($" from line {line + 1} on:\n- {Line(left, line)}\n+ {Line(right, line)}");
    }

    private static string Line(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of file)";
}
