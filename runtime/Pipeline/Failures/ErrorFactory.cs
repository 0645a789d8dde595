using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Turns what can go wrong with a call into exceptions that say what it means to the caller.</summary>
internal static class ErrorFactory
{
    /// <summary>The error that a service answered with.</summary>
    public static AttemptFailure CreateServiceError(Call call, DateTimeOffset now)
    {
        var response = call.Response!;
        call.RecordServiceTime(now);
        var error = ReadError(call, response, out var code);
        Complete(error, call.Operation, response, code, call.Attempt);
        return new AttemptFailure(error, ErrorClassifier.GetRetryReason(error), RetryAfter.Get(response, now));
    }

    /// <summary>Adds to an error what does not come from its body.</summary>
    public static void Complete(AwsServiceException error, Operation operation, HttpResponseMessage response, string code, int attempts)
    {
        error.SetOrigin(operation.Service.ServiceId, operation.Name, response.StatusCode, code);
        error.SetRequest(ResponseHeaders.RequestId(response), ResponseHeaders.ExtendedRequestId(response), attempts);
        error.SetRetryFacts(ErrorClassifier.IsThrottling(error), ErrorClassifier.IsTransient(error));
    }

    /// <summary>An attempt to which no answer came.</summary>
    public static AttemptFailure CreateTransportError(Call call, Exception exception)
    {
        var isTimeout = exception is OperationCanceledException;
        var cause = isTimeout ? new TimeoutException(WhyTooLate(exception), exception) : exception;
        return new AttemptFailure(NoAnswer(call, cause), isTimeout ? RetryReason.Timeout : RetryReason.Transient, RetryAfter: null);
    }

    /// <summary>What a call ends with: mostly what was thrown, unless there is something to say about it.</summary>
    public static Exception CreateCallError(Call call, Exception exception, TimeSpan timeout) => exception switch
    {
        WireFormatException format => CreateFormatError(call, format),
        _ when call.Deadline.IsOver && ExceptionFilters.IsTransportError(exception) => CreateEndOfCallError(call, exception, timeout),
        _ => exception,
    };

    /// <summary>What a call ends with that is over before an answer came: cancelled by the caller, or out of time.</summary>
    public static Exception CreateEndOfCallError(Call call, Exception exception, TimeSpan timeout)
    {
        var caller = call.Deadline.Caller;
        if (caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The caller cancelled the call.", exception, caller);
        }

        return NoAnswer(call, new TimeoutException($"The call took longer than {timeout}.", exception));
    }

    /// <summary>A call that would have to wait too long for its turn in adaptive mode.</summary>
    public static AwsTransportException CreateRateLimitError(Call call, TimeSpan timeout) => NoAnswer(
        call, new TimeoutException($"After throttling, the client sends so slowly that the call's turn would not come within {timeout}."));

    /// <summary>An answer that cannot be read.</summary>
    private static AwsMalformedResponseException CreateFormatError(Call call, WireFormatException exception)
    {
        var response = call.Response!;
        return new AwsMalformedResponseException($"{Name(call)} got an answer that cannot be read. {exception.Message}", exception)
        {
            StatusCode = response.StatusCode,
            RequestId = ResponseHeaders.RequestId(response),
            Attempts = call.Attempt,
            Operation = call.Operation.Name,
            BytePosition = exception.BytePosition,
        };
    }

    // Handlers that have time limits of their own say which.
    private static string WhyTooLate(Exception exception) =>
        exception.InnerException is TimeoutException ? exception.Message : "There was no whole answer in time.";

    private static AwsTransportException NoAnswer(Call call, Exception cause) => new($"{Name(call)} got no answer. {SafeText.Message(cause.Message)}", cause)
    {
        // There is an answer if its body did not come whole, or if the one before was an error and time ran out since.
        RequestId = call.Response is { } response ? ResponseHeaders.RequestId(response) : null,
        Attempts = call.Attempt,
    };

    private static string Name(Call call) => call.Operation.Service.ServiceId + " " + call.Operation.Name;

    private static AwsServiceException ReadError(Call call, HttpResponseMessage response, out string code)
    {
        var reader = new ErrorReader(response, call.Body.Bytes);
        code = reader.Code;
        var error = call.Operation.Service.ReadError(ref reader);

        // Members that are not as modeled must not hide the error itself: once more, without them.
        return reader.Json.OmitUnreadable() > 0 ? call.Operation.Service.ReadError(ref reader) : error;
    }
}
