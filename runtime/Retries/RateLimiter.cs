using System;

namespace DataZoneGen.Core;

/// <summary>
/// The rate limiter of adaptive mode: a token bucket, from which a request takes one token and a retry more. Its fill rate decreases with throttling and
/// increases with success. Before the first throttling it does not delay requests.
/// </summary>
internal sealed class RateLimiter
{
    public const int FirstAttemptCost = 1;
    public const int RetryCost = 5;
    public const int RetryAfterTimeoutCost = 10;

    /// <summary>The minimum fill rate, in tokens per second.</summary>
    public const double MinFillRate = 0.5;

    /// <summary>The minimum capacity of the bucket.</summary>
    public const double MinCapacity = 1;

    /// <summary>The weight of the latest measurement against earlier ones.</summary>
    public const double Smoothing = 0.8;

    /// <summary>The minimum interval of a measurement, in seconds.</summary>
    private const double MeasurementInterval = 0.5;

    /// <summary>The maximum ratio of the fill rate to the measured rate.</summary>
    private const double MaxGrowth = 2;

    private readonly object _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly CubicRate _cubic = new(lastMaxRate: 0, lastThrottleTime: 0);

    private bool _isEnabled;
    private double _tokens;
    private double _capacity = MinCapacity;
    private double _filledAt;
    private double _intervalStart;
    private int _responsesInInterval;

    public RateLimiter(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _start = timeProvider.GetTimestamp();
    }

    /// <summary>The measured rate, in responses per second.</summary>
    public double MeasuredRate { get; private set; }

    /// <summary>The fill rate, in tokens per second.</summary>
    public double FillRate { get; private set; } = MinFillRate;

    /// <summary>Takes tokens, including future ones, so that waiting requests are sent in their order.</summary>
    /// <returns>The time to wait for the tokens.</returns>
    public TimeSpan Take(int tokens)
    {
        lock (_lock)
        {
            if (!_isEnabled)
            {
                return TimeSpan.Zero;
            }

            Fill(Now());
            _tokens -= tokens;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / FillRate);
        }
    }

    /// <summary>Returns tokens that were not used.</summary>
    public void Return(int tokens)
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
                rate = _cubic.OnThrottled(_isEnabled ? Math.Min(MeasuredRate, FillRate) : MeasuredRate, now);
                _isEnabled = true;
            }
            else
            {
                rate = _cubic.OnSuccess(now);
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
        _responsesInInterval++;
        var intervalStart = Math.Floor(now / MeasurementInterval) * MeasurementInterval;
        if (intervalStart > _intervalStart)
        {
            MeasuredRate = (Smoothing * _responsesInInterval / (intervalStart - _intervalStart)) + ((1 - Smoothing) * MeasuredRate);
            _responsesInInterval = 0;
            _intervalStart = intervalStart;
        }
    }
}
