using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>
/// The time limits of one call, as tokens for what it waits for. The whole call and its attempts have token sources of their own: the timer of a
/// source that has served an attempt may have fired already, so it must not serve anything else. The next call uses the sources again where that is
/// safe.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private CancellationTokenSource? _call;
    private CancellationTokenSource? _attempt;
    private CancellationTokenRegistration _ofCaller;
    private CancellationTokenRegistration _ofCall;
    private TimeProvider _timeProvider = TimeProvider.System;
    private TimeSpan _timeout = Timeout.InfiniteTimeSpan;
    private long _start;
    private bool _isTimed;

    /// <summary>The caller's own token.</summary>
    public CancellationToken Caller { get; private set; }

    /// <summary>What is left for the whole call; infinite when there is no limit.</summary>
    public TimeSpan Remaining
        => _timeout == Timeout.InfiniteTimeSpan ? _timeout : _timeout - _timeProvider.GetElapsedTime(_start);

    /// <summary>Whether the call has ended early: the caller has cancelled it, or its time is up.</summary>
    public bool IsOver => Caller.IsCancellationRequested || (_timeout != Timeout.InfiniteTimeSpan && (Remaining <= TimeSpan.Zero || HasFired));

    // Timers count in coarser steps than the clock and may fire a little before it says so.
    private bool HasFired => _isTimed && _call is { IsCancellationRequested: true };

    public void Start(TimeProvider timeProvider, TimeSpan timeout, CancellationToken caller)
    {
        _timeProvider = timeProvider;
        _timeout = timeout;
        _start = timeout == Timeout.InfiniteTimeSpan ? 0 : timeProvider.GetTimestamp();
        Caller = caller;
        _call ??= CreateSource();
        _ofCaller = CancelWith(_call, caller);
    }

    /// <summary>The token that ends with the call.</summary>
    public CancellationToken ForCall()
    {
        if (!_isTimed)
        {
            _isTimed = true;
            SetTimer(_call!, Remaining);
        }

        return _call!.Token;
    }

    /// <summary>The token that ends with an attempt that begins now, or with the call if that comes first.</summary>
    /// <param name="limit">The longest that the attempt may take; infinite for no limit of its own.</param>
    public CancellationToken ForAttempt(TimeSpan limit)
    {
        EndAttempt();
        var call = ForCall();
        if (!IsWithinCall(limit))
        {
            return call;
        }

        _attempt ??= CreateSource();
        _ofCall = CancelWith(_attempt, call);
        SetTimer(_attempt, limit);
        return _attempt.Token;
    }

    /// <summary>How long an attempt that begins now may take.</summary>
    /// <param name="limit">The longest that the attempt may take; infinite for no limit of its own.</param>
    public TimeSpan LimitOf(TimeSpan limit) => IsWithinCall(limit) ? limit : Remaining;

    public void End()
    {
        EndAttempt();
        Release(ref _call, _ofCaller, Caller);
        _isTimed = false;
        _timeout = Timeout.InfiniteTimeSpan;
        Caller = default;
    }

    public void Dispose()
    {
        _call?.Dispose();
        _attempt?.Dispose();
    }

    private static CancellationTokenRegistration CancelWith(CancellationTokenSource source, CancellationToken token) =>
        token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);

    private static void SetTimer(CancellationTokenSource source, TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            source.CancelAfter(time > TimeSpan.Zero ? time : TimeSpan.Zero);
        }
    }

    private bool IsWithinCall(TimeSpan limit) =>
        limit != Timeout.InfiniteTimeSpan && (_timeout == Timeout.InfiniteTimeSpan || limit < Remaining);

    private void EndAttempt()
    {
        if (_attempt is not null)
        {
            Release(ref _attempt, _ofCall, _call!.Token);
        }
    }

    private CancellationTokenSource CreateSource() =>
        _timeProvider == TimeProvider.System ? new CancellationTokenSource() : new CancellationTokenSource(Timeout.InfiniteTimeSpan, _timeProvider);

    /// <summary>Keeps a source for another use, unless it is cancelled or may still be.</summary>
    private void Release(ref CancellationTokenSource? source, CancellationTokenRegistration registration, CancellationToken token)
    {
        if (token.CanBeCanceled && !registration.Unregister())
        {
            // A cancellation is under way and still needs the source, so it is not disposed of.
            source = null;
        }
        else if (source is not null && (_timeProvider != TimeProvider.System || !source.TryReset()))
        {
            // Only of the system's timers it is known whether they have fired.
            source.Dispose();
            source = null;
        }
    }
}
