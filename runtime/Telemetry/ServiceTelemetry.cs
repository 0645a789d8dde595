using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Linq;

namespace DataZoneGen.Core;

/// <summary>Where the calls to one service can be watched: the source of its spans and the instruments that measure it. Lives as long as the process.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A disposed source would be silent for clients made later.")]
internal sealed class ServiceTelemetry
{
    private static readonly string? Version = typeof(ServiceTelemetry).Assembly.GetName().Version?.ToString(3);

    // The conventions' advice for seconds; the default boundaries of OpenTelemetry are meant for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private static readonly InstrumentAdvice<long> Bytes = new()
    {
        HistogramBucketBoundaries = [0, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216],
    };

    private readonly string _serviceId;
    private readonly bool _hasOldNames;
    private readonly bool _hasQualifiedMethods;
    private readonly ActivitySource _source;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _attempts;
    private readonly Histogram<long> _requestSize;
    private readonly Histogram<long> _responseSize;

    /// <summary>Makes the source and the instruments.</summary>
    /// <param name="serviceId">The service's id.</param>
    /// <param name="optIn">What the environment says of the conventions' newer form: words with commas between them.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The meter lives as long as its instruments.")]
    public ServiceTelemetry(string serviceId, string? optIn)
    {
        var words = optIn?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var both = words.Contains(TelemetryNames.OptInToBoth, StringComparer.Ordinal);
        _hasQualifiedMethods = both || words.Contains(TelemetryNames.OptIn, StringComparer.Ordinal);
        _hasOldNames = both || !_hasQualifiedMethods;
        _serviceId = serviceId;
        var name = TelemetryNames.SourcePrefix + serviceId;
        _source = new ActivitySource(name, Version);
        var meter = new Meter(name, Version);
        _duration = meter.CreateHistogram(TelemetryNames.CallDuration, "s", "How long calls took, attempts and waits included.", tags: null, Seconds);
        _attempts = meter.CreateCounter<long>(TelemetryNames.CallAttempts, "{attempt}", "How many requests were sent.");
        _requestSize = meter.CreateHistogram(TelemetryNames.RequestSize, "By", "The size of request bodies that were held in memory.", tags: null, Bytes);
        _responseSize = meter.CreateHistogram(TelemetryNames.ResponseSize, "By", "The size of response bodies that were read whole.", tags: null, Bytes);
    }

    /// <summary>Whether anybody wants spans.</summary>
    public bool IsTraced => _source.HasListeners();

    /// <summary>Whether anybody wants figures.</summary>
    public bool IsMeasured => _duration.Enabled || _attempts.Enabled || _requestSize.Enabled || _responseSize.Enabled;

    /// <summary>Starts the span of a call. What samplers may go by is there from the start, as far as it is known.</summary>
    /// <returns>The span; <see langword="null"/> when nobody wants it.</returns>
    public Activity? StartSpan(string operation, string? region, Uri? server)
    {
        var tags = Identity(operation);
        AddPlace(ref tags, region, server);
        var name = _hasQualifiedMethods ? Qualified(operation) : _serviceId + "." + operation;
        return _source.StartActivity(name, ActivityKind.Client, parentContext: default, tags);
    }

    /// <summary>What tells the calls of an operation from others.</summary>
    public TagList Identity(string operation)
    {
        var tags = default(TagList);
        tags.Add(TelemetryNames.RpcSystemName, TelemetryNames.AwsApi);
        tags.Add(TelemetryNames.RpcMethod, _hasQualifiedMethods ? Qualified(operation) : operation);
        if (_hasOldNames)
        {
            tags.Add(TelemetryNames.RpcSystem, TelemetryNames.AwsApi);
            tags.Add(TelemetryNames.RpcService, _serviceId);
        }

        return tags;
    }

    /// <summary>Where a call goes.</summary>
    public static void AddPlace(ref TagList tags, string? region, Uri? server)
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

    /// <summary>Records the sizes of what went to the service and came back; a negative size is not known.</summary>
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

    private string Qualified(string operation) => _serviceId + "/" + operation;
}
