using System;
using System.Threading;

namespace DataZoneGen.Wire;

/// <summary>
/// The time limits of one call, as a token for what it waits for: the caller's cancellation, the limit of the whole call and the limit of an
/// attempt all end in the same token source, which the next call uses again.
/// </summary>
internal sealed class Deadline : IDisposable
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

    /// <summary>The token that ends with the call.</summary>
    public CancellationToken ForCall()
    {
        if (!_endsCall)
        {
            RenewIfSpent();
            _endsCall = true;
            SetTimer(Remaining);
        }

        return _source!.Token;
    }

    /// <summary>The token that ends with an attempt that begins now, or with the call if that comes first.</summary>
    /// <param name="limit">The longest that the attempt may take; infinite for no limit of its own.</param>
    public CancellationToken ForAttempt(TimeSpan limit)
    {
        if (!IsWithinCall(limit))
        {
            return ForCall();
        }

        RenewIfSpent();
        _endsCall = false;
        SetTimer(limit);
        return _source!.Token;
    }

    /// <summary>How long an attempt that begins now may take.</summary>
    /// <param name="limit">The longest that the attempt may take; infinite for no limit of its own.</param>
    public TimeSpan LimitOf(TimeSpan limit) => IsWithinCall(limit) ? limit : Remaining;

    public void End()
    {
        Release();
        _endsCall = false;
        Caller = default;
    }

    public void Dispose() => _source?.Dispose();

    private bool IsWithinCall(TimeSpan limit) =>
        limit != Timeout.InfiniteTimeSpan && (_timeout == Timeout.InfiniteTimeSpan || limit < Remaining);

    /// <summary>Takes a new source when the limit of an attempt has passed, while the call goes on.</summary>
    private void RenewIfSpent()
    {
        if (_source is { IsCancellationRequested: true } && !Caller.IsCancellationRequested)
        {
            Release();
            Listen();
        }
    }

    private void SetTimer(TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan || _isTimed)
        {
            _isTimed = true;
            _source!.CancelAfter(time > TimeSpan.Zero || time == Timeout.InfiniteTimeSpan ? time : TimeSpan.Zero);
        }
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
