using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>The model of DataZone that the package ships.</summary>
internal static class DataZone
{
    public const string AllOperations =
        "GetDataSourceRun|StartDataSourceRun|ListDataSourceRuns|ListDataSourceRunActivities|GetDataSource|ListDataSources";

    public static IReadOnlyList<ModelText> Files { get; } = [.. Repository.Files("models/datazone", "*.json").Select(static path =>
        new ModelText(path, Repository.Read(path)) { Service = "DataZone", Operations = AllOperations })];

    /// <param name="fake">Whether the fake is generated, too; <see langword="null"/> if the item does not say so.</param>
    public static GeneratorTest ToTest(string? fake = null)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(fake is null ? Files : Files.Select(file => file with { Fake = fake }));
        return test;
    }
}
