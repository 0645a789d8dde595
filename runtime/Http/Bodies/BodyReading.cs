using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// One serialization of a request body. It can be cancelled, and others can wait for its end. Serializations may overlap, so it stands for those
/// before it as well.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer and a wait handle has nothing to dispose of.")]
internal sealed class BodyReading(BodyReading? earlier = null)
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _source = new();
    private BodyReading? _earlier = earlier is { HasEnded: false } ? earlier : null;
    private TaskCompletionSource? _end;
    private bool _isStarted;
    private bool _hasEnded;

    /// <summary>Ends the reading.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether this reading and those before it have ended.</summary>
    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _hasEnded && _earlier is null or { HasEnded: true };
            }
        }
    }

    /// <summary>Starts the reading, once.</summary>
    public bool TryStart()
    {
        lock (_lock)
        {
            var isFirst = !_isStarted;
            _isStarted = true;
            return isFirst;
        }
    }

    /// <summary>Cancels this reading when a token is cancelled.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    /// <summary>Reports that the reading has ended.</summary>
    public void End()
    {
        lock (_lock)
        {
            _hasEnded = true;
            _end?.TrySetResult();
        }
    }

    /// <summary>Cancels this reading and those before it; one that has not started never will.</summary>
    /// <returns>A task that completes when they have ended.</returns>
    public Task CancelAsync()
    {
        var end = Task.CompletedTask;
        lock (_lock)
        {
            _hasEnded |= !_isStarted;
            _isStarted = true;
            if (!_hasEnded)
            {
                _end ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                end = _end.Task;
            }
        }

        if (!end.IsCompleted)
        {
            _source.Cancel();
        }

        return _earlier is { } earlier ? Task.WhenAll(end, earlier.CancelAsync()) : end;
    }

    /// <summary>Prepares the object for another body, unless it has been cancelled or has not ended.</summary>
    public bool TryReset()
    {
        lock (_lock)
        {
            if (!_hasEnded || !_source.TryReset())
            {
                return false;
            }

            _earlier = null;
            _end = null;
            _isStarted = false;
            _hasEnded = false;
            return true;
        }
    }
}
