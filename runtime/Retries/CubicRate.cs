using System;

namespace DataZoneGen.Core;

/// <summary>
/// The request rate after throttling, by the CUBIC function: it decreases immediately, then increases, slowly near the rate at which the service
/// throttled, and faster beyond it. Times are in seconds, rates in requests per second.
/// </summary>
/// <param name="lastMaxRate">The rate at which the service throttled last.</param>
/// <param name="lastThrottleTime">The time of that throttling.</param>
/// <param name="beta">The factor by which throttling reduces the rate.</param>
/// <param name="scaleConstant">The scale of the curve.</param>
internal sealed class CubicRate(
    double lastMaxRate, double lastThrottleTime, double beta = CubicRate.DefaultBeta, double scaleConstant = CubicRate.DefaultScaleConstant)
{
    public const double DefaultBeta = 0.7;
    public const double DefaultScaleConstant = 0.4;

    private double _lastThrottleTime = lastThrottleTime;

    public double LastMaxRate { get; private set; } = lastMaxRate;

    /// <summary>The time until the rate at which the service throttled is reached again, in seconds.</summary>
    public double TimeWindow => Math.Cbrt(LastMaxRate * (1 - beta) / scaleConstant);

    /// <summary>Returns the rate after a request that was not throttled.</summary>
    public double OnSuccess(double time) => (scaleConstant * Math.Pow(time - _lastThrottleTime - TimeWindow, 3)) + LastMaxRate;

    /// <summary>Returns the rate after a request that was throttled.</summary>
    public double OnThrottled(double rate, double time)
    {
        LastMaxRate = rate;
        _lastThrottleTime = time;
        return beta * rate;
    }
}
