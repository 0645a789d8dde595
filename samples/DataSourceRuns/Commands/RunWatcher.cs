using System;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;
using DataZoneGen;

namespace DataSourceRuns.Commands;

/// <summary>Waits until runs have ended.</summary>
internal static class RunWatcher
{
    /// <summary>Shows a run until it ends, then shows its details.</summary>
    public static async Task<int> WatchAsync(CommandContext context, RunView run, CancellationToken cancellationToken)
    {
        var polling = new PollingOptions(context.GetTimeout(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        try
        {
            var end = run;
            await context.Output.WatchAsync([run], async progress =>
                end = await WaitForEndAsync(context.Client, context.Domain, run.Id, polling, progress, cancellationToken));
            context.Output.ShowRun(end);
            return ExitCode.From(end.Status);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CommandLine.Fail($"stopped watching; the run continues. To watch it again: {CommandLine.Name} watch --run {run.Id}", ExitCode.Interrupted);
        }
        catch (WaiterTimeoutException)
        {
            return CommandLine.Fail($"timeout; the run continues. To watch it again: {CommandLine.Name} watch --run {run.Id}", ExitCode.Error);
        }
    }

    /// <summary>Waits until a run has ended. A failed run is a result, not an error.</summary>
    public static async Task<RunView> WaitForEndAsync(
        DataZoneClient client, string domain, string run, PollingOptions polling, IProgress<RunView> progress, CancellationToken cancellationToken)
    {
        var options = new WaiterOptions<GetDataSourceRunResponse>
        {
            Timeout = polling.Timeout,
            MinDelay = polling.MinDelay,
            MaxDelay = polling.MaxDelay,
            Progress = new ProgressAdapter(progress),
        };
        try
        {
            return RunView.From(await client.WaitUntilDataSourceRunCompletedAsync(domain, run, options, cancellationToken));
        }
        catch (WaiterFailedException failed) when (failed.LastResponse is GetDataSourceRunResponse last)
        {
            return RunView.From(last);
        }
    }

    /// <summary>Reports responses synchronously; <see cref="Progress{T}"/> would queue them.</summary>
    private sealed class ProgressAdapter(IProgress<RunView> progress) : IProgress<GetDataSourceRunResponse>
    {
        public void Report(GetDataSourceRunResponse value) => progress.Report(RunView.From(value));
    }
}

/// <summary>The timeout of a waiter and the delays between its requests.</summary>
internal sealed record PollingOptions(TimeSpan Timeout, TimeSpan MinDelay, TimeSpan MaxDelay);
