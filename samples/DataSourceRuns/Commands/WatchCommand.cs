using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;

namespace DataSourceRuns.Commands;

/// <summary>Watches a run until it ends.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var command = new Command("watch", "Watch a run until it ends, then show its details.").WithConnection().WithRun();
        command.Options.Add(CommonOptions.Timeout);
        command.SetAction((options, stop) => CommandContext.RunAsync(options, context => RunAsync(context, stop)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken stop)
    {
        var id = await context.GetRunAsync(stop);
        var run = RunView.From(await context.Client.GetDataSourceRunAsync(context.Domain, id, stop));
        return await RunWatcher.WatchAsync(context, run, stop);
    }
}
