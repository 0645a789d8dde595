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
/// What happens without a command: a local DataZone, three runs watched at once, one of each ending, then a closer look at the one that
/// succeeded in part.
/// </summary>
internal static class Story
{
    public static async Task<int> RunAsync(CancellationToken stop)
    {
        var screen = new ScreenOutput();
        await using LocalDataZone dataZone = await LocalDataZone.StartAsync(cancellationToken: stop);
        using DataZoneClient client = Connect(dataZone);
        screen.Heading("Three runs at once", "on a local DataZone that verifies every signature");

        var runs = new List<RunView>();
        foreach (string source in (string[])[Catalog.Succeeds, Catalog.SucceedsPartially, Catalog.Fails])
        {
            runs.Add(RunView.Of(await client.StartDataSourceRunAsync(Catalog.DomainId, source, stop)));
        }

        var pace = new WaiterPace(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(300));
        RunView[] ended = [];
        await screen.WatchAsync(runs, async progress => ended = await Task.WhenAll(
            runs.Select(run => RunWatcher.UntilEndAsync(client, Catalog.DomainId, run.Id, pace, progress, stop))));

        RunView partial = ended[1];
        screen.Heading("The one that succeeded in part", $"get --run {partial.Id}");
        screen.ShowRun(partial);
        screen.Heading("What it did, table by table", $"activities --run {partial.Id}");
        screen.ShowActivities(await ActivitiesCommand.TakeAsync(client, Catalog.DomainId, partial.Id, status: null, limit: 50, stop));
        screen.Heading("The runs of its data source", $"list --data-source {partial.DataSource} --limit 5");
        screen.ShowRuns(await ListCommand.TakeAsync(client, Catalog.DomainId, partial.DataSource, status: null, limit: 5, stop));
        screen.Hint($"Your own domain: {CommandLine.Name} start --watch --domain dzd_… --data-source …");
        screen.Hint($"This one, for any AWS SDK: {CommandLine.Name} serve");
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
