using System;

namespace DataZoneGen.Core;

/// <summary>
/// Adaptive mode's limiter of a client's rate: a bucket of tokens, one for a request and more for retries, which fills at a rate that falls with
/// throttling and rises with success. Until the service throttles for the first time it makes nobody wait.
/// </summary>
internal sealed class RateLimiter
{
    public const int FirstAttemptCost = 1;
    public const int RetryCost = 5;
    public const int RetryAfterTimeoutCost = 10;

    /// <summary>The slowest the bucket fills, in tokens a second.</summary>
    public const double MinFillRate = 0.5;

    /// <summary>The least that a bucket holds.</summary>
    public const double MinCapacity = 1;

    /// <summary>How much the latest measurement counts against those before it.</summary>
    public const double Smoothing = 0.8;

    /// <summary>The rate is measured over spans of this many seconds at least.</summary>
    private const double MeasuredSpan = 0.5;

    /// <summary>The rate may grow to this multiple of what was really sent.</summary>
    private const double MaxGrowth = 2;

    private readonly object _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly CubicRate _cubic = new(lastMaxRate: 0, lastThrottleTime: 0);

    private bool _isOn;
    private double _tokens;
    private double _capacity = MinCapacity;
    private double _filledAt;
    private double _spanStart;
    private int _answersInSpan;

    public RateLimiter(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _start = timeProvider.GetTimestamp();
    }

    /// <summary>The requests a second that were answered of late.</summary>
    public double MeasuredRate { get; private set; }

    /// <summary>The tokens a second that come into the bucket.</summary>
    public double FillRate { get; private set; } = MinFillRate;

    /// <summary>Takes tokens, if need be such as have yet to come, so that those who wait are served in turn.</summary>
    /// <returns>How long to wait for them.</returns>
    public TimeSpan Take(int tokens)
    {
        lock (_lock)
        {
            if (!_isOn)
            {
                return TimeSpan.Zero;
            }

            Fill(Now());
            _tokens -= tokens;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / FillRate);
        }
    }

    /// <summary>Gives tokens back that were not needed.</summary>
    public void GiveBack(int tokens)
    {
        lock (_lock)
        {
            _tokens = Math.Min(_tokens + tokens, _capacity);
        }
    }

    /// <summary>Adapts the rate to the outcome of an attempt.</summary>
    public void Update(bool isThrottled)
    {
        lock (_lock)
        {
            var now = Now();
            Measure(now);
            double rate;
            if (isThrottled)
            {
                rate = _cubic.Throttled(_isOn ? Math.Min(MeasuredRate, FillRate) : MeasuredRate, now);
                _isOn = true;
            }
            else
            {
                rate = _cubic.Succeeded(now);
            }

            Fill(now);
            rate = Math.Min(rate, MaxGrowth * MeasuredRate);
            FillRate = Math.Max(rate, MinFillRate);
            _capacity = Math.Max(rate, MinCapacity);
            _tokens = Math.Min(_tokens, _capacity);
        }
    }

    private double Now() => _timeProvider.GetElapsedTime(_start).TotalSeconds;

    private void Fill(double now)
    {
        _tokens = Math.Min(_tokens + ((now - _filledAt) * FillRate), _capacity);
        _filledAt = now;
    }

    private void Measure(double now)
    {
        _answersInSpan++;
        var spanStart = Math.Floor(now / MeasuredSpan) * MeasuredSpan;
        if (spanStart > _spanStart)
        {
            MeasuredRate = (Smoothing * _answersInSpan / (spanStart - _spanStart)) + ((1 - Smoothing) * MeasuredRate);
            _answersInSpan = 0;
            _spanStart = spanStart;
        }
    }
}
