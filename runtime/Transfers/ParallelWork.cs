using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Runs tasks in parallel, up to a maximum. The first one that fails cancels the others.</summary>
internal sealed class ParallelWork : IDisposable
{
    private readonly CancellationToken _callerToken;
    private readonly CancellationTokenSource _source;
    private readonly SemaphoreSlim _slots;
    private readonly List<Task> _tasks = [];
    private Task? _firstFailed;

    public ParallelWork(int maxConcurrency, CancellationToken cancellationToken)
    {
        _callerToken = cancellationToken;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _slots = new SemaphoreSlim(maxConcurrency);
    }

    /// <summary>Runs a method that adds tasks, and waits for it and all its tasks, also after a failure.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled the work.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> addTasks)
    {
        await TrackAsync(addTasks(_source.Token)).ConfigureAwait(false);
        await Task.WhenAll(_tasks).ConfigureAwait(false);
        if (_firstFailed is not { } failed)
        {
            return;
        }

        if (failed.IsCanceled)
        {
            _callerToken.ThrowIfCancellationRequested();
        }

        await failed.ConfigureAwait(false);
    }

    /// <summary>Waits until another task can start.</summary>
    public Task WaitForSlotAsync() => _slots.WaitAsync(_source.Token);

    /// <summary>Frees a slot that is not needed.</summary>
    public void ReleaseSlot() => _slots.Release();

    /// <summary>Starts a task in a slot. <see cref="WaitForSlotAsync"/> must have been called for it.</summary>
    public void Start(Func<CancellationToken, Task> work) => _tasks.Add(RunInSlotAsync(work));

    public void Dispose()
    {
        _source.Dispose();
        _slots.Dispose();
    }

    private async Task RunInSlotAsync(Func<CancellationToken, Task> work)
    {
        // The caller goes on with the next task while this one computes checksums.
        await TrackAsync(Task.Run(() => work(_source.Token), CancellationToken.None)).ConfigureAwait(false);
        _slots.Release();
    }

    /// <summary>Waits for a task, and keeps it if it is the first that failed.</summary>
    private async Task TrackAsync(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!task.IsCompletedSuccessfully && Interlocked.CompareExchange(ref _firstFailed, task, null) is null)
        {
            await _source.CancelAsync().ConfigureAwait(false);
        }
    }
}
