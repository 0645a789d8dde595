using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;

namespace DataSourceRuns.Commands;

/// <summary>Shows the current state of a run.</summary>
internal static class GetCommand
{
    public static Command Create()
    {
        var command = new Command("get", "Show the current state of a run.").WithConnection().WithRun();
        command.SetAction((options, stop) => CommandContext.RunAsync(options, context => RunAsync(context, stop)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken stop)
    {
        var id = await context.GetRunAsync(stop);
        var run = RunView.From(await context.Client.GetDataSourceRunAsync(context.Domain, id, stop));
        context.Output.ShowRun(run);
        return ExitCode.From(run.Status);
    }
}
