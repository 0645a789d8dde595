using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>Compares generated text with a reviewed file. <c>DATAZONEGEN_UPDATE_SNAPSHOTS=1</c> updates the files.</summary>
internal static class Snapshot
{
    private const string UpdateSwitch = "DATAZONEGEN_UPDATE_SNAPSHOTS";

    private const string GeneratedBy = "GeneratedCode(\"DataZoneGen\", \"";

    // A new version changes no snapshot.
    private static readonly string Version = typeof(ClientGenerator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly string Folder = Repository.PathOf("tests/Generator.Tests/Snapshots");

    private static bool IsUpdate => Environment.GetEnvironmentVariable(UpdateSwitch) == "1";

    /// <summary>The file that lists the others of its folder, in the order in which they are generated.</summary>
    public const string FileList = "files.txt";

    public static void Verify(string test, string file, string text)
    {
        text = WithoutVersion(text);
        var path = Path.Combine(Folder, test, file);
        if (IsUpdate)
        {
            Write(path, text);
            return;
        }

        var relative = "tests/Generator.Tests/Snapshots/" + test + "/" + file;
        var advice = "If the new text is right, run the tests once with " + UpdateSwitch + "=1 and commit the snapshots that change.";
        if (!File.Exists(path))
        {
            Assert.Fail(relative + " does not exist.\n" + advice);
        }

        // A checkout may have changed the line endings. Other tests check those of the generator.
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (expected != text)
        {
            Assert.Fail(relative + " differs from what is generated now" + FirstDifference(expected, text) + "\n" + advice);
        }
    }

    /// <summary>All files of a folder with the current version of the generator, in the order in which they are generated.</summary>
    public static IEnumerable<(string File, string Text)> ReadAll(string test) =>
        ReadText(test, FileList).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(file => (file, WithVersion(ReadText(test, file))));

    /// <summary>Updates a folder if requested.</summary>
    public static void UpdateAll(string test, Func<IEnumerable<(string File, string Text)>> generate)
    {
        if (!IsUpdate)
        {
            return;
        }

        var folder = Path.Combine(Folder, test);
        var files = generate().ToList();
        files.ForEach(file => Write(Path.Combine(folder, file.File), WithoutVersion(file.Text)));
        Write(Path.Combine(folder, FileList), string.Concat(files.Select(static file => file.File + "\n")));
    }

    private static string ReadText(string test, string file) => File.ReadAllText(Path.Combine(Folder, test, file)).ReplaceLineEndings("\n");

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string WithoutVersion(string text) => text.Replace(GeneratedBy + Version + "\"", GeneratedBy + "version\"", StringComparison.Ordinal);

    private static string WithVersion(string text) => text.Replace(GeneratedBy + "version\"", GeneratedBy + Version + "\"", StringComparison.Ordinal);

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        return FormattableString.Invariant($" from line {line + 1} on:\n- {Line(left, line)}\n+ {Line(right, line)}");
    }

    private static string Line(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of file)";
}
