using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;

namespace DataSourceRuns.Commands;

/// <summary>Starts a run and optionally watches it.</summary>
internal static class StartCommand
{
    private static readonly Option<bool> Watch = new("--watch", "-w") { Description = "Watch the run until it ends." };

    public static Command Create()
    {
        var command = new Command("start", "Start a run of a data source.").WithConnection().WithDataSource();
        command.Options.Add(Watch);
        command.Options.Add(CommonOptions.Timeout);
        command.SetAction((options, stop) => CommandContext.RunAsync(options, context => RunAsync(context, options.GetValue(Watch), stop)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, bool watch, CancellationToken stop)
    {
        RunView run;
        try
        {
            run = RunView.From(await context.Client.StartDataSourceRunAsync(context.Domain, context.GetDataSource(), stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return CommandLine.Fail("stopped before DataZone responded; the run may have been started", ExitCode.Interrupted);
        }

        if (watch)
        {
            return await RunWatcher.WatchAsync(context, run, stop);
        }

        context.Output.ShowRun(run);
        context.Output.Hint($"To watch it: {CommandLine.Name} watch --run {run.Id}");
        return ExitCode.From(run.Status);
    }
}
