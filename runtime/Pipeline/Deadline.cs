using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace DataZoneGen.Wire;

/// <summary>
/// The time limits of one call, as a token for what it waits for: the caller's cancellation, the limit of the whole call and the limit of an
/// attempt all end in the same token source, which the next call uses again.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process; between calls the source has neither timer nor listeners.")]
internal sealed class Deadline
{
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _registration;
    private TimeProvider _timeProvider = TimeProvider.System;
    private TimeSpan _timeout;
    private long _start;
    private bool _isTimed;
    private bool _endsCall;

    /// <summary>The caller's own token.</summary>
    public CancellationToken Caller { get; private set; }

    /// <summary>What is left for the whole call; infinite when there is no limit.</summary>
    public TimeSpan Remaining
        => _timeout == Timeout.InfiniteTimeSpan ? _timeout : _timeout - _timeProvider.GetElapsedTime(_start);

    /// <summary>Whether the call has ended early: the caller has cancelled it, or its time is up.</summary>
    public bool IsOver => Caller.IsCancellationRequested || (_endsCall && _source is { IsCancellationRequested: true });

    public void Start(TimeProvider timeProvider, TimeSpan timeout, CancellationToken caller)
    {
        _timeProvider = timeProvider;
        _timeout = timeout;
        _start = timeout == Timeout.InfiniteTimeSpan ? 0 : timeProvider.GetTimestamp();
        Caller = caller;
        Listen();
    }

    /// <summary>Sets the limit for what comes next.</summary>
    /// <param name="limit">Its own limit, or infinite; the limit of the whole call holds as well.</param>
    /// <returns>The token that keeps all limits.</returns>
    public CancellationToken Arm(TimeSpan limit)
    {
        if (_source is { IsCancellationRequested: true } && !Caller.IsCancellationRequested)
        {
            // The limit of an attempt has passed; the call goes on.
            Release();
            Listen();
        }

        var remaining = Remaining;
        _endsCall = limit == Timeout.InfiniteTimeSpan || (remaining != Timeout.InfiniteTimeSpan && remaining <= limit);
        var next = _endsCall ? remaining : limit;
        if (next != Timeout.InfiniteTimeSpan || _isTimed)
        {
            _isTimed = true;
            _source!.CancelAfter(next > TimeSpan.Zero || next == Timeout.InfiniteTimeSpan ? next : TimeSpan.Zero);
        }

        return _source!.Token;
    }

    public void End()
    {
        Release();
        Caller = default;
    }

    private void Listen()
    {
        if (_timeProvider == TimeProvider.System)
        {
            _source ??= new CancellationTokenSource();
        }
        else
        {
            _source?.Dispose();
            _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _timeProvider);
        }

        _registration = Caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <summary>Keeps the source for another use, unless it is cancelled or about to be.</summary>
    private void Release()
    {
        _isTimed = false;
        if (Caller.CanBeCanceled && !_registration.Unregister())
        {
            // The caller's cancellation is under way and still needs the source, so it is not disposed of.
            _source = null;
        }
        else if (_source is not null && !_source.TryReset())
        {
            _source.Dispose();
            _source = null;
        }
    }
}
