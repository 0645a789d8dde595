using System;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;
using DataZoneGen;

namespace DataSourceRuns.Commands;

/// <summary>Waits for the end of runs.</summary>
internal static class RunWatcher
{
    /// <summary>Watches a run until it ends, and shows it meanwhile and afterwards.</summary>
    public static async Task<int> WatchAsync(CommandContext context, RunView run, CancellationToken cancellationToken)
    {
        var pace = new WaiterPace(context.Timeout(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        try
        {
            RunView end = run;
            await context.Output.WatchAsync([run], async progress =>
                end = await UntilEndAsync(context.Client, context.Domain, run.Id, pace, progress, cancellationToken));
            context.Output.ShowRun(end);
            return ExitCode.Of(end.Status);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CommandLine.Fail($"stopped watching; the run goes on. Watch it again: {CommandLine.Name} watch --run {run.Id}", ExitCode.Interrupted);
        }
        catch (WaiterTimeoutException)
        {
            return CommandLine.Fail($"time is up and the run goes on. Watch it again: {CommandLine.Name} watch --run {run.Id}", ExitCode.NoAnswer);
        }
    }

    /// <summary>Waits until a run has ended, however it ends: a failed run is an answer here, not an error.</summary>
    public static async Task<RunView> UntilEndAsync(
        DataZoneClient client, string domain, string run, WaiterPace pace, IProgress<RunView> progress, CancellationToken cancellationToken)
    {
        var options = new WaiterOptions<GetDataSourceRunResponse>
        {
            Timeout = pace.Timeout,
            MinDelay = pace.MinDelay,
            MaxDelay = pace.MaxDelay,
            Progress = new Relay(progress),
        };
        try
        {
            return RunView.Of(await client.WaitUntilDataSourceRunCompletedAsync(domain, run, options, cancellationToken));
        }
        catch (WaiterFailedException failed) when (failed.LastResponse is GetDataSourceRunResponse last)
        {
            return RunView.Of(last);
        }
    }

    /// <summary>Passes answers on at once, where <see cref="Progress{T}"/> would queue them.</summary>
    private sealed class Relay(IProgress<RunView> progress) : IProgress<GetDataSourceRunResponse>
    {
        public void Report(GetDataSourceRunResponse value) => progress.Report(RunView.Of(value));
    }
}

/// <summary>How long to wait, and how often to ask.</summary>
internal sealed record WaiterPace(TimeSpan Timeout, TimeSpan MinDelay, TimeSpan MaxDelay);
