using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit;

/// <summary>
/// What is generated for DataZone, for a person to read: one file of each kind. That the files stay few is on purpose;
/// everything else about generated code is asserted, not compared.
/// </summary>
public sealed class DataZoneSnapshotTests
{
    internal static readonly string[] Representatives =
    [
        "DataZone/Collections.Wire.g.cs",
        "DataZone/DataSourceRunCompletedWaiter.Wire.g.cs",
        "DataZone/DataSourceRunStatus.g.cs",
        "DataZone/DataZoneClient.ModelFacts.g.cs",
        "DataZone/DataZoneClient.g.cs",
        "DataZone/DataZoneClientExtensions.Paginators.g.cs",
        "DataZone/DataZoneClientExtensions.Waiters.g.cs",
        "DataZone/DataZoneClientExtensions.g.cs",
        "DataZone/DataZoneEndpoints.g.cs",
        "DataZone/DataZoneService.g.cs",
        "DataZone/DataZoneServiceCollectionExtensions.g.cs",
        "DataZone/GetDataSourceRun.g.cs",
        "DataZone/IDataZoneClient.g.cs",
        "DataZone/ListDataSourceRuns.g.cs",
        "DataZone/RedshiftStorage.g.cs",
        "DataZone/ResourceNotFoundException.g.cs",
        "DataZone/RunStatisticsForAssets.g.cs",
        "DataZone/ScheduleConfiguration.g.cs",
        "DataZone/StartDataSourceRun.g.cs",
    ];

    [Fact]
    public void DataZone_generates_what_its_snapshots_show()
    {
        var test = DataZone.ToTest();
        test.TestState.HasHttpFactory = true;
        test.TestState.GeneratedSources.AddRange(Representatives);

        var run = test.Run("DataZone");

        Snapshot.Verify("DataZone", Snapshot.FileList, string.Join("\n", run.HintNames) + "\n");
    }

    [Fact]
    public void All_of_DataZone_is_generated_and_compiles_without_a_warning()
    {
        var test = DataZone.ToTest();
        for (var i = 0; i < test.TestState.AdditionalFiles.Count; i++)
        {
            test.TestState.AdditionalFiles[i] = test.TestState.AdditionalFiles[i] with { Operations = "*" };
        }

        var run = test.RunOnly();

        Compiler.VerifyClean(run.Compilation);

        // Five responses have a member 'metadata', which every response already has.
        Assert.All(run.Result.Diagnostics, static d => Assert.EndsWith("'Metadata' is already used", d.GetMessage(null), System.StringComparison.Ordinal));
        Assert.Equal(
            Repository.Files("models/datazone/operations", "*.json").Select(static path => System.IO.Path.GetFileNameWithoutExtension(path) + "Async").Order(System.StringComparer.Ordinal),
            run.Type("Acme.DataZone.IDataZoneClient").GetMembers().Select(static m => m.Name).Order(System.StringComparer.Ordinal));
    }
}
