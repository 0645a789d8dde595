using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Creates the exceptions of failed calls and attempts.</summary>
internal static class ErrorFactory
{
    /// <summary>Creates the failure for an error response of a service.</summary>
    public static AttemptFailure CreateServiceError(Call call, DateTimeOffset now)
    {
        var response = call.Response!;
        call.RecordServiceTime(now);
        var error = ReadError(call, response);
        return new AttemptFailure(error, ErrorClassifier.GetRetryReason(error), RetryAfter.Get(response, now));
    }

    /// <summary>Sets the properties of an error that do not come from its body.</summary>
    /// <param name="error">The error.</param>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="response">The response.</param>
    /// <param name="code">The error code for the caller.</param>
    /// <param name="requestId">The request id in the body, which is used if no header has one.</param>
    /// <param name="attempts">The number of attempts.</param>
    public static void Complete(
        AwsServiceException error, Operation operation, HttpResponseMessage response, string code, string? requestId, int attempts)
    {
        error.SetOrigin(operation.Service.ServiceId, operation.Name, response.StatusCode, code);
        error.SetRequest(ResponseHeaders.GetRequestId(response) ?? requestId, ResponseHeaders.GetExtendedRequestId(response), attempts);
        error.SetRetryFacts(ErrorClassifier.IsThrottling(error), ErrorClassifier.IsTransient(error));
    }

    /// <summary>Creates the failure for an attempt without a response.</summary>
    public static AttemptFailure CreateTransportError(Call call, Exception exception)
    {
        var isTimeout = exception is OperationCanceledException;
        var cause = isTimeout ? new TimeoutException(GetTimeoutMessage(exception), exception) : exception;
        return new AttemptFailure(CreateNoResponseError(call, cause), isTimeout ? RetryReason.Timeout : RetryReason.Transient, RetryAfter: null);
    }

    /// <summary>Creates the failure for an attempt whose response was damaged on its way.</summary>
    public static AttemptFailure CreateChecksumError(Call call, ChecksumMismatchException exception) =>
        new(CreateFormatError(call, exception), RetryReason.Transient, RetryAfter: null);

    /// <summary>Converts the exception of a call, if the caller needs another one.</summary>
    public static Exception CreateCallError(Call call, Exception exception, TimeSpan timeout) => exception switch
    {
        WireFormatException format => CreateFormatError(call, format),
        _ when call.Deadline.IsOver && ExceptionFilters.IsTransportError(exception) => CreateCancellationError(call, exception, timeout),
        _ => exception,
    };

    /// <summary>Creates the exception for a call that was canceled by the caller, or whose timeout elapsed.</summary>
    public static Exception CreateCancellationError(Call call, Exception exception, TimeSpan timeout)
    {
        var caller = call.Deadline.Caller;
        if (caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The caller canceled the call.", exception, caller);
        }

        return CreateNoResponseError(call, new TimeoutException($"The call took longer than {timeout}.", exception));
    }

    /// <summary>Creates the exception for a call that would have to wait too long for the rate limiter of adaptive mode.</summary>
    public static AwsTransportException CreateRateLimitError(Call call, TimeSpan timeout) => CreateNoResponseError(
        call, new TimeoutException($"After throttling, the client limits its request rate. The call could not be sent within {timeout}."));

    /// <summary>Creates the exception for a response that cannot be read.</summary>
    private static AwsMalformedResponseException CreateFormatError(Call call, WireFormatException exception)
    {
        var response = call.Response!;
        return exception is ChecksumMismatchException mismatch
            ? ChecksumError.Create(mismatch, call.Operation, response, call.Attempt)
            : new AwsMalformedResponseException($"{GetName(call)} received a response that cannot be read. {exception.Message}{DescribeContentType(response)}", exception)
            {
                StatusCode = response.StatusCode,
                RequestId = ResponseHeaders.GetRequestId(response),
                Attempts = call.Attempt,
                Operation = call.Operation.Name,
                BytePosition = exception.BytePosition,
            };
    }

    /// <summary>The content type shows whether another server than the service responded.</summary>
    private static string DescribeContentType(HttpResponseMessage response) =>
        MessageHeaders.Find(response.Headers, response.Content.Headers, "Content-Type") is { Length: > 0 } contentType ? $" Its content type is '{SafeText.Message(contentType)}'." : "";

    // Handlers with their own timeouts describe them in the message.
    private static string GetTimeoutMessage(Exception exception) =>
        exception.InnerException is TimeoutException ? exception.Message : "No complete response was received in time.";

    private static AwsTransportException CreateNoResponseError(Call call, Exception cause) => new($"{GetName(call)} received no response. {SafeText.Message(cause.Message)}", cause)
    {
        // There is a response if its body was incomplete, or if an earlier attempt failed and the timeout elapsed since.
        RequestId = call.Response is { } response ? ResponseHeaders.GetRequestId(response) : null,
        Attempts = call.Attempt,
    };

    private static string GetName(Call call) => call.Operation.Service.ServiceId + " " + call.Operation.Name;

    private static AwsServiceException ReadError(Call call, HttpResponseMessage response)
    {
        var service = call.Operation.Service;
        var reader = service.Protocol.ReadError(response, call.Body.Bytes);
        var error = service.ReadError(ref reader);
        if (service.Protocol.OmitUnreadable(ref reader.Readers) > 0)
        {
            // Members that do not match the model must not hide the error: read it again without them.
            error = service.ReadError(ref reader);
        }

        Complete(error, call.Operation, response, reader.ReportedCode, reader.RequestId, call.Attempt);
        return error;
    }
}
