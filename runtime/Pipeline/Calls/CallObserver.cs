using System;
using System.Diagnostics;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Reports a call to traces, metrics and the log. Without listeners it only checks whether there are any.</summary>
internal sealed class CallObserver(Call call)
{
    private PipelineSettings? _settings;
    private SigningEndpoint? _target;
    private bool _isTimed;
    private bool _isSending;
    private long _start;

    /// <summary>The activity of the call; <see langword="null"/> without a listener.</summary>
    public Activity? Span { get; private set; }

    private Operation Operation => call.Operation;

    private ServiceTelemetry Telemetry => Operation.Service.Telemetry;

    private string Service => Operation.Service.ServiceId;

    private TimeSpan Elapsed => _settings!.TimeProvider.GetElapsedTime(_start);

    /// <summary>Reports the start of the call.</summary>
    /// <param name="settings">The settings of the client.</param>
    /// <param name="target">The endpoint, if it has been resolved.</param>
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

    /// <summary>Reports the start of an attempt.</summary>
    public void AttemptStarted(SigningEndpoint target)
    {
        _isSending = true;
        if (!ReferenceEquals(_target, target))
        {
            _target = target;
            if (Span is not null)
            {
                var serverTags = default(TagList);
                ServiceTelemetry.AddServer(ref serverTags, target.Region, target.Endpoint.Url);
                SetTags(serverTags);
            }
        }
    }

    /// <summary>Reports the success of an attempt.</summary>
    public void AttemptSucceeded() => EndAttempt(exception: null);

    /// <summary>Reports the failure of an attempt.</summary>
    public void AttemptFailed(Exception exception) => EndAttempt(exception);

    /// <summary>Reports that a retry follows a failed attempt.</summary>
    public void RetryScheduled(Exception exception, TimeSpan delay)
    {
        _settings!.Log?.AttemptFailed(Service, Operation.Name, call.Attempt, GetErrorType(exception), delay.TotalMilliseconds);
    }

    /// <summary>Reports members of the response that could not be read.</summary>
    public void MembersOmitted(int members) => _settings!.Log?.MembersOmitted(Service, Operation.Name, members, ResponseHeaders.GetRequestId(call.Response!));

    /// <summary>Reports the success of the call.</summary>
    public void CallSucceeded(ResponseMetadata metadata)
    {
        if (_isTimed)
        {
            var elapsed = Elapsed;
            RecordCall(elapsed, exception: null);
            _settings!.Log?.CallSucceeded(Service, Operation.Name, elapsed.TotalMilliseconds, call.Attempt, SafeText.Identifier(metadata.RequestId));
        }

        EndSpan(exception: null);
    }

    /// <summary>Reports the failure of the call.</summary>
    public void CallFailed(Exception exception)
    {
        if (_isSending)
        {
            EndAttempt(exception);
        }

        if (_isTimed)
        {
            var elapsed = Elapsed;
            RecordCall(elapsed, exception);
            LogFailure(elapsed, exception);
        }

        EndSpan(exception);
    }

    /// <summary>Resets the observer for the next call.</summary>
    public void Reset()
    {
        _settings = null;
        _target = null;
        Span = null;
    }

    /// <summary>Returns the error code or the status code of a response, or the kind of failure if there was no response.</summary>
    private static string GetErrorType(Exception exception) => exception switch
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
            Span.SetTag(TelemetryNames.RequestId, SafeText.Identifier(ResponseHeaders.GetRequestId(response)));
            Span.SetTag(TelemetryNames.ExtendedRequestId, SafeText.Identifier(ResponseHeaders.GetExtendedRequestId(response)));
        }

        if (Telemetry.IsMeasured)
        {
            Telemetry.RecordAttempt(CreateTags(exception));
        }
    }

    private void RecordCall(TimeSpan elapsed, Exception? exception)
    {
        if (Telemetry.IsMeasured)
        {
            var tags = CreateTags(exception);
            var response = exception is null && !Operation.StreamsResponse ? call.Body.Bytes.Length : -1;
            Telemetry.RecordCall(elapsed, tags);
            Telemetry.RecordSizes(Operation.SendsEvents ? -1 : call.Request.StreamLength ?? call.Request.BodyBytes.Length, response, tags);
        }
    }

    private TagList CreateTags(Exception? exception)
    {
        var tags = Telemetry.CreateTags(Operation.Name);
        ServiceTelemetry.AddServer(ref tags, _target?.Region, _target?.Endpoint.Url);
        if (exception is not null)
        {
            tags.Add(TelemetryNames.ErrorType, GetErrorType(exception));
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

        var requestId = call.Response is { } response ? SafeText.Identifier(ResponseHeaders.GetRequestId(response)) : null;
        _settings!.Log?.CallFailed(Service, Operation.Name, elapsed.TotalMilliseconds, GetErrorType(exception), call.Attempt, requestId);
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
            // The status has no description, because messages may quote the request.
            Span.SetTag(TelemetryNames.ErrorType, GetErrorType(exception));
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
