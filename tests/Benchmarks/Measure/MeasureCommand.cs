using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Measure.Parts;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure;

/// <summary>Measures what BenchmarkDotNet cannot: processes, native programs and transfers. It writes the numbers to <see cref="MeasureResults.File"/>.</summary>
internal static class MeasureCommand
{
    public const string Command = "measure";

    private const string RoundsOption = "--rounds=";

    private static readonly IPart[] Parts = [new StartPart(), new CallsPart(), new BodiesPart(), new GeneratorPart()];

    /// <summary>Runs parts and replaces their numbers in the file.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="args">Names of parts, or none for all, and optionally <c>--rounds=</c> with a factor.</param>
    public static async Task RunAsync(string root, string[] args)
    {
        var factor = args.Where(static arg => arg.StartsWith(RoundsOption, StringComparison.Ordinal))
            .Select(static arg => double.Parse(arg[RoundsOption.Length..], CultureInfo.InvariantCulture))
            .LastOrDefault(1);
        string[] names = [.. args.Where(static arg => !arg.StartsWith(RoundsOption, StringComparison.Ordinal))];
        if (names.Except(Parts.Select(static part => part.Name)).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"There is no part '{unknown}'. There are: {string.Join(", ", Parts.Select(static part => part.Name))}.");
        }

        var scratch = Directory.CreateTempSubdirectory("datazonegen-measure-");
        try
        {
            var context = new MeasureContext(root, scratch.FullName, factor);
            foreach (var part in Parts.Where(part => names.Length == 0 || names.Contains(part.Name)))
            {
                var tables = await part.MeasureAsync(context);

                // Read again, so that a part that fails later does not lose the numbers of this one.
                var results = MeasureResults.Read(root);
                results.Parts[part.Name] = new(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DescribeMachine(), tables);
                results.Write(root);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string DescribeMachine() => string.Join(", ", new List<string>
    {
        $".NET {Environment.Version}",
        RuntimeInformation.OSDescription.Trim(),
        $"{Environment.ProcessorCount} processors ({Processor()})",
    });

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        var line = System.IO.File.Exists(File) ? System.IO.File.ReadLines(File).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 2)..] ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
