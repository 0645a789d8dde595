using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>Records all log lines, spans and measurements as text, at every level and from every source.</summary>
internal sealed class Observer : ILoggerFactory
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Observer()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Add(
                "span " + activity.Source.Name + " " + activity.DisplayName + " " + activity.StatusDescription,
                activity.TagObjects.Concat(activity.Events.SelectMany(static e => e.Tags)).Concat(activity.Baggage.Select(static b => KeyValuePair.Create(b.Key, (object?)b.Value)))),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>(Measure);
        _meters.SetMeasurementEventCallback<int>(Measure);
        _meters.SetMeasurementEventCallback<double>(Measure);
        _meters.Start();
    }

    public IReadOnlyCollection<string> Texts => _texts;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Measure<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        where T : struct => Add("metric " + instrument.Meter.Name + " " + instrument.Name + " " + measurement, tags.ToArray());

    private void Add(string text, IEnumerable<KeyValuePair<string, object?>> tags) =>
        _texts.Enqueue(text + " " + string.Join(' ', tags.Select(static tag => tag.Key + "=" + tag.Value)));

    private sealed class Logger(Observer observer, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            observer._texts.Enqueue("scope " + state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => observer.Add(
            "line " + category + " " + formatter(state, exception) + " " + exception, state as IEnumerable<KeyValuePair<string, object?>> ?? []);
    }
}
