using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// One serialization of a request body, which can be canceled and awaited. Serializations may overlap, so that it includes the earlier ones of the
/// same body.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer and a wait handle needs no disposal.")]
internal sealed class BodyReading(BodyReading? earlier = null)
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _source = new();
    private BodyReading? _earlier = earlier is { HasEnded: false } ? earlier : null;
    private TaskCompletionSource? _end;
    private bool _isStarted;
    private bool _hasEnded;

    /// <summary>The token that cancels the serialization.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether this serialization and the earlier ones have ended.</summary>
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

    /// <summary>Starts the serialization. Only the first call succeeds.</summary>
    public bool TryStart()
    {
        lock (_lock)
        {
            var isFirst = !_isStarted;
            _isStarted = true;
            return isFirst;
        }
    }

    /// <summary>Cancels this serialization when a token is canceled.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    /// <summary>Marks the serialization as ended.</summary>
    public void End()
    {
        lock (_lock)
        {
            _hasEnded = true;
            _end?.TrySetResult();
        }
    }

    /// <summary>Cancels this serialization and the earlier ones. One that has not started can no longer start.</summary>
    /// <returns>A task that completes when all of them have ended.</returns>
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

    /// <summary>Resets the object for another body, unless it was canceled or has not ended.</summary>
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
