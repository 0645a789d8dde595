using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace DataZoneGen.Core;

/// <summary>The telemetry of a service: its activity source and its metric instruments. It lives as long as the process.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A disposed source would not work for clients that are created later.")]
internal sealed class ServiceTelemetry
{
    // The boundaries that the conventions recommend for seconds; the default boundaries of OpenTelemetry are for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private static readonly InstrumentAdvice<double> Bytes = new()
    {
        HistogramBucketBoundaries = [0, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216],
    };

    private readonly string _serviceId;
    private readonly bool _usesOldNames;
    private readonly bool _usesQualifiedMethods;
    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _attempts;

    // Exporters do not distinguish histograms by number type. The framework has compiled code only for this type, which makes the first call faster.
    private readonly Histogram<double> _requestSize;
    private readonly Histogram<double> _responseSize;

    /// <summary>Initializes a new instance of the <see cref="ServiceTelemetry"/> class.</summary>
    /// <param name="serviceId">The id of the service.</param>
    /// <param name="optIn">The value of the opt-in environment variable: a comma-separated list.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The meter lives as long as its instruments.")]
    public ServiceTelemetry(string serviceId, string? optIn)
    {
        var words = optIn?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var both = Array.IndexOf(words, TelemetryNames.OptInToBoth) >= 0;
        _usesQualifiedMethods = both || Array.IndexOf(words, TelemetryNames.OptIn) >= 0;
        _usesOldNames = both || !_usesQualifiedMethods;
        _serviceId = serviceId;
        var name = TelemetryNames.SourcePrefix + serviceId;
        _source = new ActivitySource(name, LibraryVersion.Text);
        var meter = new Meter(name, LibraryVersion.Text);
        _duration = meter.CreateHistogram(TelemetryNames.CallDuration, "s", "The duration of calls, including all attempts and delays.", tags: null, Seconds);
        _attempts = meter.CreateCounter<long>(TelemetryNames.CallAttempts, "{attempt}", "The number of attempts.");
        _requestSize = meter.CreateHistogram(TelemetryNames.RequestSize, "By", "The size of request bodies that are not streamed.", tags: null, Bytes);
        _responseSize = meter.CreateHistogram(TelemetryNames.ResponseSize, "By", "The size of response bodies that are not streamed.", tags: null, Bytes);
    }

    /// <summary>Whether there are listeners for traces.</summary>
    public bool IsTraced => _source.HasListeners();

    /// <summary>Whether there are listeners for metrics.</summary>
    public bool IsMeasured => _duration.Enabled || _attempts.Enabled || _requestSize.Enabled || _responseSize.Enabled;

    /// <summary>Starts the activity of a call, with the tags that are known, so that samplers can use them.</summary>
    /// <returns>The activity; <see langword="null"/> without a listener.</returns>
    public Activity? StartSpan(string operation, string? region, Uri? server)
    {
        var tags = CreateTags(operation);
        AddServer(ref tags, region, server);
        var name = _usesQualifiedMethods ? Qualify(operation) : _serviceId + "." + operation;
        return _source.StartActivity(name, ActivityKind.Client, parentContext: default, tags);
    }

    /// <summary>Creates the tags that identify an operation.</summary>
    public TagList CreateTags(string operation)
    {
        var tags = default(TagList);
        tags.Add(TelemetryNames.RpcSystemName, TelemetryNames.AwsApi);
        tags.Add(TelemetryNames.RpcMethod, _usesQualifiedMethods ? Qualify(operation) : operation);
        if (_usesOldNames)
        {
            tags.Add(TelemetryNames.RpcSystem, TelemetryNames.AwsApi);
            tags.Add(TelemetryNames.RpcService, _serviceId);
        }

        return tags;
    }

    /// <summary>Adds the tags of the region and the server.</summary>
    public static void AddServer(ref TagList tags, string? region, Uri? server)
    {
        if (region is not null)
        {
            tags.Add(TelemetryNames.CloudRegion, region);
        }

        if (server is not null)
        {
            tags.Add(TelemetryNames.ServerAddress, server.Host);
            tags.Add(TelemetryNames.ServerPort, server.Port);
        }
    }

    public void RecordCall(TimeSpan duration, in TagList tags) => _duration.Record(duration.TotalSeconds, tags);

    public void RecordAttempt(in TagList tags) => _attempts.Add(1, tags);

    /// <summary>Records the sizes of the request and the response; a negative size is not known.</summary>
    public void RecordSizes(long request, long response, in TagList tags)
    {
        if (request >= 0)
        {
            _requestSize.Record(request, tags);
        }

        if (response >= 0)
        {
            _responseSize.Record(response, tags);
        }
    }

    private string Qualify(string operation) => _serviceId + "/" + operation;
}
