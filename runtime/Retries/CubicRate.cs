using System;

namespace DataZoneGen.Core;

/// <summary>
/// The rate at which to send after throttling, by the CUBIC function: down at once, then up again, slowly around the rate that was too much and
/// ever faster beyond it. Times are in seconds, rates in requests a second.
/// </summary>
/// <param name="lastMaxRate">The rate that was too much.</param>
/// <param name="lastThrottleTime">When it was.</param>
/// <param name="beta">What is left of the rate after throttling.</param>
/// <param name="scaleConstant">How steep the curve is.</param>
internal sealed class CubicRate(
    double lastMaxRate, double lastThrottleTime, double beta = CubicRate.DefaultBeta, double scaleConstant = CubicRate.DefaultScaleConstant)
{
    public const double DefaultBeta = 0.7;
    public const double DefaultScaleConstant = 0.4;

    private double _lastThrottleTime = lastThrottleTime;

    public double LastMaxRate { get; private set; } = lastMaxRate;

    /// <summary>How long it takes to come back to the rate that was too much, in seconds.</summary>
    public double TimeWindow => Math.Cbrt(LastMaxRate * (1 - beta) / scaleConstant);

    /// <summary>The rate after a request that was not throttled.</summary>
    public double Succeeded(double time) => (scaleConstant * Math.Pow(time - _lastThrottleTime - TimeWindow, 3)) + LastMaxRate;

    /// <summary>The rate after one that was throttled.</summary>
    public double Throttled(double rate, double time)
    {
        LastMaxRate = rate;
        _lastThrottleTime = time;
        return beta * rate;
    }
}
