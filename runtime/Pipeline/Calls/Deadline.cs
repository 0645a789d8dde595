using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>
/// The timeouts of a call and its attempts, as cancellation tokens. The call and each attempt have separate token sources, because the timer of an
/// attempt's source may already have fired. The next call reuses the sources if that is safe.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private CancellationTokenSource? _call;
    private CancellationTokenSource? _attempt;
    private CancellationTokenRegistration _callerRegistration;
    private CancellationTokenRegistration _callRegistration;
    private TimeProvider _timeProvider = TimeProvider.System;
    private TimeSpan _timeout = Timeout.InfiniteTimeSpan;
    private long _start;
    private bool _isTimed;

    /// <summary>The token of the caller.</summary>
    public CancellationToken Caller { get; private set; }

    /// <summary>The remaining time of the call; infinite if there is no timeout.</summary>
    public TimeSpan Remaining
        => _timeout == Timeout.InfiniteTimeSpan ? _timeout : _timeout - _timeProvider.GetElapsedTime(_start);

    /// <summary>Whether the caller has canceled the call, or its timeout has elapsed.</summary>
    public bool IsOver => Caller.IsCancellationRequested || (_timeout != Timeout.InfiniteTimeSpan && (Remaining <= TimeSpan.Zero || HasFired));

    // Timers have a lower resolution than the clock and may fire slightly early.
    private bool HasFired => _isTimed && _call is { IsCancellationRequested: true };

    public void Start(TimeProvider timeProvider, TimeSpan timeout, CancellationToken caller)
    {
        _timeProvider = timeProvider;
        _timeout = timeout;
        _start = timeout == Timeout.InfiniteTimeSpan ? 0 : timeProvider.GetTimestamp();
        Caller = caller;
        _call ??= CreateSource();
        _callerRegistration = CancelWith(_call, caller);
    }

    /// <summary>Gets the token of the call.</summary>
    public CancellationToken GetCallToken()
    {
        if (!_isTimed)
        {
            _isTimed = true;
            SetTimer(_call!, Remaining);
        }

        return _call!.Token;
    }

    /// <summary>Gets the token of an attempt that starts now. It is also canceled with the call.</summary>
    /// <param name="timeout">The maximum duration of the attempt; infinite for no limit.</param>
    public CancellationToken GetAttemptToken(TimeSpan timeout)
    {
        EndAttempt();
        var call = GetCallToken();
        if (!IsWithinCall(timeout))
        {
            return call;
        }

        _attempt ??= CreateSource();
        _callRegistration = CancelWith(_attempt, call);
        SetTimer(_attempt, timeout);
        return _attempt.Token;
    }

    /// <summary>Returns the maximum duration of an attempt that starts now.</summary>
    /// <param name="timeout">The maximum duration of the attempt; infinite for no limit.</param>
    public TimeSpan GetAttemptTimeout(TimeSpan timeout) => IsWithinCall(timeout) ? timeout : Remaining;

    public void End()
    {
        EndAttempt();
        Release(ref _call, _callerRegistration, Caller);
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

    private bool IsWithinCall(TimeSpan timeout) =>
        timeout != Timeout.InfiniteTimeSpan && (_timeout == Timeout.InfiniteTimeSpan || timeout < Remaining);

    private void EndAttempt()
    {
        if (_attempt is not null)
        {
            Release(ref _attempt, _callRegistration, _call!.Token);
        }
    }

    private CancellationTokenSource CreateSource() =>
        _timeProvider == TimeProvider.System ? new CancellationTokenSource() : new CancellationTokenSource(Timeout.InfiniteTimeSpan, _timeProvider);

    /// <summary>Keeps a source for reuse, unless it is or may become canceled.</summary>
    private void Release(ref CancellationTokenSource? source, CancellationTokenRegistration registration, CancellationToken token)
    {
        if (token.CanBeCanceled && !registration.Unregister())
        {
            // A cancellation is running and needs the source, so it is not disposed.
            source = null;
        }
        else if (source is not null && (_timeProvider != TimeProvider.System || !source.TryReset()))
        {
            // TryReset is reliable only with timers of the system.
            source.Dispose();
            source = null;
        }
    }
}
