using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests.Costs;

/// <summary>The values that tests compare with, by kind and name.</summary>
/// <param name="Explanation">How to write the file anew.</param>
/// <param name="Runtime">The platform and the version of .NET that the numbers were measured on.</param>
/// <param name="Numbers">The numbers.</param>
public sealed record CostBaseline(string Explanation, string Runtime, SortedDictionary<string, SortedDictionary<string, double>> Numbers)
{
    private const string Command = "DATAZONEGEN_UPDATE_BASELINE=1 dotnet test tests/Package.Tests --filter FullyQualifiedName~CostTests";

    private static readonly string FilePath = Path.Combine(Repository.Root, "tests", "Package.Tests", "Costs", "baseline.json");

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether this run writes the baseline instead of comparing with it.</summary>
    public static bool IsUpdated => Environment.GetEnvironmentVariable("DATAZONEGEN_UPDATE_BASELINE") == "1";

    public static CostBaseline Read() => JsonSerializer.Deserialize<CostBaseline>(File.ReadAllText(FilePath))!;

    /// <summary>Compares the numbers of a kind with the baseline. A lower number is a failure too: the baseline must follow, so that it is not lost again.</summary>
    public static void Verify(string kind, IReadOnlyDictionary<string, double> measured, double maxPercent)
    {
        var baseline = Read();
        if (IsUpdated)
        {
            baseline.Numbers[kind] = new(measured.ToDictionary(), StringComparer.Ordinal);
            var updated = baseline with { Explanation = "Write this file anew with: " + Command, Runtime = CostFactAttribute.CurrentRuntime };
            File.WriteAllText(FilePath, JsonSerializer.Serialize(updated, Format) + "\n");
            return;
        }

        var known = baseline.Numbers[kind];
        Assert.Equal(known.Keys, measured.Keys.Order(StringComparer.Ordinal));
        var changed = measured
            .Select(number => (number.Key, Old: known[number.Key], New: number.Value, Percent: 100 * (number.Value / known[number.Key] - 1)))
            .Where(number => Math.Abs(number.Percent) > maxPercent)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{kind}, {number.Key}: {number.Old} before, {number.New} now ({number.Percent:+0.0;-0.0} %)"))
            .ToList();
        Assert.True(
            changed.Count == 0,
            $"These numbers changed by more than {maxPercent} %. If one grew, find out why. If that is intended, or if they shrank, update the baseline: {Command}\n" + string.Join('\n', changed));
    }
}
