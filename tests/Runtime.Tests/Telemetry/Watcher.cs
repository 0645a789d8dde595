using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests.Telemetry;

/// <summary>A figure as a listener got it.</summary>
internal sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>Listens to the spans and numbers of one service.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _figures = new();

    public Watcher(ServiceDescription service, ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        var name = "DataZoneGen." + service.ServiceId;
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                Sampled.Add(options.Tags!.ToDictionary());
                return sampling;
            },
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_spans);
        _figures.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == name)
            {
                Instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _figures.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Figures.Add(new(instrument.Name, value, tags.ToArray().ToDictionary())));
        _figures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Figures.Add(new(instrument.Name, value, tags.ToArray().ToDictionary())));
        _figures.Start();
    }

    public List<Activity> Spans { get; } = [];

    /// <summary>The attributes that a sampler had to go by.</summary>
    public List<Dictionary<string, object?>> Sampled { get; } = [];

    public List<Measurement> Figures { get; } = [];

    public List<Instrument> Instruments { get; } = [];

    public void Dispose()
    {
        _spans.Dispose();
        _figures.Dispose();
    }
}
