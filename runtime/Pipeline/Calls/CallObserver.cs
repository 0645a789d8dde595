using System;
using System.Diagnostics;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Watches one call and tells of it: as a span, in figures, in the log. While nobody listens it only asks whether somebody does.</summary>
internal sealed class CallObserver(Call call)
{
    private PipelineSettings? _settings;
    private SigningEndpoint? _target;
    private bool _isTimed;
    private bool _isSending;
    private long _start;

    /// <summary>The span of the call; <see langword="null"/> when nobody wants one.</summary>
    public Activity? Span { get; private set; }

    private Operation Operation => call.Operation;

    private ServiceTelemetry Telemetry => Operation.Service.Telemetry;

    private string Service => Operation.Service.ServiceId;

    private TimeSpan Elapsed => _settings!.TimeProvider.GetElapsedTime(_start);

    /// <summary>The call begins.</summary>
    /// <param name="settings">The client's settings.</param>
    /// <param name="target">Where it will go, if the client knows by now.</param>
    public void Start(PipelineSettings settings, SigningEndpoint? target)
    {
        _settings = settings;
        _target = target;
        _isSending = false;
        _isTimed = settings.Log is not null || Telemetry.IsMeasured;
        _start = _isTimed ? settings.TimeProvider.GetTimestamp() : 0;
        Span = Telemetry.IsTraced ? Telemetry.StartSpan(Operation.Name, target?.Region ?? settings.Region, target?.Endpoint.Url) : null;
        settings.Log?.CallStarted(Service, Operation.Name);
    }

    /// <summary>An attempt goes out.</summary>
    public void Sending(SigningEndpoint target)
    {
        _isSending = true;
        if (!ReferenceEquals(_target, target))
        {
            _target = target;
            if (Span is not null)
            {
                var place = default(TagList);
                ServiceTelemetry.AddPlace(ref place, target.Region, target.Endpoint.Url);
                SetTags(place);
            }
        }
    }

    /// <summary>An attempt has succeeded.</summary>
    public void AttemptSucceeded() => EndAttempt(exception: null);

    /// <summary>An attempt has failed.</summary>
    public void AttemptFailed(Exception exception) => EndAttempt(exception);

    /// <summary>Another attempt follows one that failed.</summary>
    public void Retrying(Exception exception, TimeSpan delay)
    {
        _settings!.Log?.AttemptFailed(Service, Operation.Name, call.Attempt, ErrorType(exception), delay.TotalMilliseconds);
    }

    /// <summary>The call has succeeded, but members of its output could not be read.</summary>
    public void Omitted(int members) => _settings!.Log?.MembersOmitted(Service, Operation.Name, members, ResponseHeaders.RequestId(call.Response!));

    /// <summary>The call has succeeded.</summary>
    public void Succeeded(ResponseMetadata metadata)
    {
        if (_isTimed)
        {
            var elapsed = Elapsed;
            Measure(elapsed, exception: null);
            _settings!.Log?.CallSucceeded(Service, Operation.Name, elapsed.TotalMilliseconds, call.Attempt, SafeText.Identifier(metadata.RequestId));
        }

        EndSpan(exception: null);
    }

    /// <summary>The call has failed.</summary>
    public void Failed(Exception exception)
    {
        if (_isSending)
        {
            EndAttempt(exception);
        }

        if (_isTimed)
        {
            var elapsed = Elapsed;
            Measure(elapsed, exception);
            LogFailure(elapsed, exception);
        }

        EndSpan(exception);
    }

    /// <summary>Forgets the call.</summary>
    public void Reset()
    {
        _settings = null;
        _target = null;
        Span = null;
    }

    /// <summary>The error code where the service sent one or else the status, and the kind of failure where no response came.</summary>
    private static string ErrorType(Exception exception) => exception switch
    {
        AwsServiceException { ErrorCode: { Length: > 0 } code } => SafeText.Identifier(code),
        AwsTransportException { InnerException: { } cause } => ErrorTypes.Get(cause),
        _ => ErrorTypes.Get(exception),
    };

    private void EndAttempt(Exception? exception)
    {
        _isSending = false;
        if (Span is not null && call.Response is { } response)
        {
            Span.SetTag(TelemetryNames.StatusCode, (int)response.StatusCode);
            Span.SetTag(TelemetryNames.RequestId, SafeText.Identifier(ResponseHeaders.RequestId(response)));
            Span.SetTag(TelemetryNames.ExtendedRequestId, SafeText.Identifier(ResponseHeaders.ExtendedRequestId(response)));
        }

        if (Telemetry.IsMeasured)
        {
            Telemetry.RecordAttempt(Tags(exception));
        }
    }

    private void Measure(TimeSpan elapsed, Exception? exception)
    {
        if (Telemetry.IsMeasured)
        {
            var tags = Tags(exception);
            var response = exception is null && !Operation.StreamsResponse ? call.Body.Bytes.Length : -1;
            Telemetry.RecordCall(elapsed, tags);
            Telemetry.RecordSizes(Operation.SendsEvents ? -1 : call.Request.StreamLength ?? call.Request.BodyBytes.Length, response, tags);
        }
    }

    private TagList Tags(Exception? exception)
    {
        var tags = Telemetry.Identity(Operation.Name);
        ServiceTelemetry.AddPlace(ref tags, _target?.Region, _target?.Endpoint.Url);
        if (exception is not null)
        {
            tags.Add(TelemetryNames.ErrorType, ErrorType(exception));
        }

        return tags;
    }

    private void LogFailure(TimeSpan elapsed, Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            _settings!.Log?.CallCanceled(Service, Operation.Name, elapsed.TotalMilliseconds, call.Attempt);
            return;
        }

        var requestId = call.Response is { } response ? SafeText.Identifier(ResponseHeaders.RequestId(response)) : null;
        _settings!.Log?.CallFailed(Service, Operation.Name, elapsed.TotalMilliseconds, ErrorType(exception), call.Attempt, requestId);
    }

    private void EndSpan(Exception? exception)
    {
        if (Span is null)
        {
            return;
        }

        Span.SetTag(TelemetryNames.Attempts, call.Attempt);
        if (exception is not null)
        {
            // Without a description: messages may quote what the caller sent.
            Span.SetTag(TelemetryNames.ErrorType, ErrorType(exception));
            Span.SetStatus(ActivityStatusCode.Error);
        }

        Span.Dispose();
    }

    private void SetTags(in TagList tags)
    {
        foreach (var (name, value) in tags)
        {
            Span!.SetTag(name, value);
        }
    }
}
