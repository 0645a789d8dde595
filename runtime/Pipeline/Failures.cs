using System;
using System.IO;
using System.Net.Http;

namespace DataZoneGen.Wire;

/// <summary>Turns what can go wrong with a call into exceptions that say what it means to the caller.</summary>
internal static class Failures
{
    /// <summary>The error that a service answered with.</summary>
    public static Failure OfService(Call call)
    {
        var operation = call.Operation;
        var response = call.Response!;
        var error = ReadError(call, response, out var code);
        error.SetOrigin(operation.Service.ServiceId, operation.Name, response.StatusCode, code, ResponseHeaders.RequestId(response));
        error.SetRetryFacts(ErrorClassifier.IsThrottling(error), ErrorClassifier.IsTransient(error), call.Attempt);
        return new Failure(error, ErrorClassifier.Cause(error), ResponseHeaders.Find(response, "x-amz-retry-after"));
    }

    /// <summary>Whether an exception means that no answer came, for whatever reason.</summary>
    public static bool IsOfTransport(Exception exception) => exception is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>An attempt to which no answer came.</summary>
    public static Failure OfTransport(Call call, Exception exception)
    {
        var isTimeout = exception is OperationCanceledException;
        var cause = isTimeout ? new TimeoutException("There was no whole answer in time.", exception) : exception;
        var failure = new AwsTransportException($"{Name(call)} got no answer. {cause.Message}", cause) { Attempts = call.Attempt };
        return new Failure(failure, isTimeout ? RetryCause.Timeout : RetryCause.Transient, RetryAfter: null);
    }

    /// <summary>What a call ends with that is over before an answer came: cancelled by the caller, or out of time.</summary>
    public static Exception OfEnd(Call call, Exception exception, TimeSpan timeout)
    {
        var caller = call.Deadline.Caller;
        if (caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The caller cancelled the call.", exception, caller);
        }

        var cause = new TimeoutException($"The call took longer than {timeout}.", exception);
        return new AwsTransportException($"{Name(call)} got no answer. {cause.Message}", cause) { Attempts = call.Attempt };
    }

    /// <summary>An answer that cannot be read.</summary>
    public static AwsMalformedResponseException OfFormat(Call call, WireFormatException exception)
    {
        var response = call.Response!;
        return new AwsMalformedResponseException($"{Name(call)} got an answer that cannot be read. {exception.Message}", exception)
        {
            StatusCode = response.StatusCode,
            RequestId = ResponseHeaders.RequestId(response),
            Operation = call.Operation.Name,
            BytePosition = exception.BytePosition,
        };
    }

    private static string Name(Call call) => call.Operation.Service.ServiceId + " " + call.Operation.Name;

    private static AwsServiceException ReadError(Call call, HttpResponseMessage response, out string code)
    {
        var reader = new ErrorReader(response, call.Body.Bytes);
        code = reader.Code;
        try
        {
            return call.Operation.Service.ReadError(ref reader);
        }
        catch (WireFormatException)
        {
            // Members that are not as modeled must not hide the error itself: once more, without them.
            reader.Json = new JsonBodyReader("{}"u8);
            return call.Operation.Service.ReadError(ref reader);
        }
    }
}
