using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using LocalEndpoint;
using LocalEndpoint.Signatures;
using LocalEndpoint.State;
using DataSourceRuns.Output;
using DataZoneGen;

namespace DataSourceRuns.Commands;

/// <summary>
/// Runs without a command: starts a local DataZone endpoint, watches three runs with different results, then shows the details of the run that
/// partially succeeded.
/// </summary>
internal static class Demo
{
    public static async Task<int> RunAsync(CancellationToken stop)
    {
        var screen = new ScreenOutput();
        await using LocalDataZone dataZone = await LocalDataZone.StartAsync(cancellationToken: stop);
        using DataZoneClient client = Connect(dataZone);
        screen.Heading("Three runs at once", "on a local DataZone endpoint that verifies every signature");

        var runs = new List<RunView>();
        foreach (string source in (string[])[Catalog.SucceedingSource, Catalog.PartiallySucceedingSource, Catalog.FailingSource])
        {
            runs.Add(RunView.From(await client.StartDataSourceRunAsync(Catalog.DomainId, source, stop)));
        }

        var polling = new PollingOptions(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(300));
        RunView[] ended = [];
        await screen.WatchAsync(runs, async progress => ended = await Task.WhenAll(
            runs.Select(run => RunWatcher.WaitForEndAsync(client, Catalog.DomainId, run.Id, polling, progress, stop))));

        RunView partial = ended[1];
        screen.Heading("The partially succeeded run", $"get --run {partial.Id}");
        screen.ShowRun(partial);
        screen.Heading("Activities of this run", $"activities --run {partial.Id}");
        screen.ShowActivities(await ActivitiesCommand.ListActivitiesAsync(client, Catalog.DomainId, partial.Id, status: null, limit: 50, stop));
        screen.Heading("Runs of its data source", $"list --data-source {partial.DataSource} --limit 5");
        screen.ShowRuns(await ListCommand.ListRunsAsync(client, Catalog.DomainId, partial.DataSource, status: null, limit: 5, stop));
        screen.Hint($"For your own domain: {CommandLine.Name} start --watch --domain dzd_… --data-source …");
        screen.Hint($"For the local endpoint: {CommandLine.Name} serve");
        return ExitCode.Success;
    }

    private static DataZoneClient Connect(LocalDataZone dataZone)
    {
        LocalCredentials credentials = dataZone.Options.Credentials[0];
        return new(new()
        {
            Region = dataZone.Options.Region,
            Endpoint = dataZone.Endpoint,
            Credentials = new AwsCredentials(credentials.AccessKeyId, credentials.SecretAccessKey),
        });
    }
}
