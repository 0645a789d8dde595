using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;
using DataZoneGen;
using LocalEndpoint;
using LocalEndpoint.State;

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
        await using var dataZone = await LocalDataZone.StartAsync(cancellationToken: stop);
        using var client = Connect(dataZone);
        screen.Heading("Three runs at once", "on a local DataZone endpoint that verifies every signature");

        var runs = new List<RunView>();
        foreach (var source in (string[])[Catalog.SucceedingSource, Catalog.PartiallySucceedingSource, Catalog.FailingSource])
        {
            runs.Add(RunView.From(await client.StartDataSourceRunAsync(Catalog.DomainId, source, stop)));
        }

        var polling = new PollingOptions(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(300));
        RunView[] ended = [];
        await screen.WatchAsync(runs, async progress => ended = await Task.WhenAll(
            runs.Select(run => RunWatcher.WaitForEndAsync(client, Catalog.DomainId, run.Id, polling, progress, stop))));

        var partial = ended[1];
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
        var credentials = dataZone.Options.Credentials[0];
        return new(new()
        {
            Region = dataZone.Options.Region,
            Endpoint = dataZone.Endpoint,
            Credentials = new AwsCredentials(credentials.AccessKeyId, credentials.SecretAccessKey),
        });
    }
}
