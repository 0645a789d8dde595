using System;
using System.ComponentModel;
using System.Globalization;
using System.Net;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>The service returned an error.</summary>
/// <remarks>
/// A generated client has an exception class for each error in the service's model, and a base class for all other errors of the service. All of
/// them derive from this class.
/// </remarks>
public class AwsServiceException : AwsException
{
    private HttpStatusCode _statusCode;
    private string _errorCode = "";
    private string? _extendedRequestId;
    private string _service = "";
    private string _operation = "";
    private string? _advice;
    private bool _isThrottling;
    private bool _isTransient;

    /// <summary>Initializes a new instance of the <see cref="AwsServiceException"/> class with a default message.</summary>
    public AwsServiceException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsServiceException"/> class with a message.</summary>
    /// <param name="message">The message that the service sent; <see langword="null"/> if it sent none.</param>
    public AwsServiceException(string? message)
        : base(message)
        => ServiceMessage = message;

    /// <summary>Initializes a new instance of the <see cref="AwsServiceException"/> class with a message and a cause.</summary>
    /// <param name="message">The message that the service sent; <see langword="null"/> if it sent none.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public AwsServiceException(string? message, Exception? innerException)
        : base(message, innerException)
        => ServiceMessage = message;

    /// <summary>The HTTP status code of the response.</summary>
    public HttpStatusCode StatusCode
    {
        get => _statusCode;
        init => _statusCode = value;
    }

    /// <summary>
    /// The error code that the service sent, or the HTTP status code, such as <c>"503"</c>, if it sent none. Logs, tags and messages show at most its
    /// first 256 characters, with a question mark in place of each character that is not printable ASCII.
    /// </summary>
    public string ErrorCode
    {
        get => _errorCode;
        init => _errorCode = value ?? "";
    }

    /// <summary>The extended request id, which some services such as S3 send; <see langword="null"/> if the response had none.</summary>
    public string? ExtendedRequestId
    {
        get => _extendedRequestId;
        init => _extendedRequestId = value;
    }

    /// <summary>The id of the service, such as <c>"DataZone"</c>.</summary>
    public string Service
    {
        get => _service;
        init => _service = value ?? "";
    }

    /// <summary>The operation that was called.</summary>
    public string Operation
    {
        get => _operation;
        init => _operation = value ?? "";
    }

    /// <summary>Whether the service throttled the request.</summary>
    public bool IsThrottling
    {
        get => _isThrottling;
        init => _isThrottling = value;
    }

    /// <summary>Whether the error is transient: the same request may succeed later.</summary>
    public bool IsTransient
    {
        get => _isTransient;
        init => _isTransient = value;
    }

    /// <summary>The unmodified message that the service sent; <see langword="null"/> if it sent none.</summary>
    public string? ServiceMessage { get; }

    /// <summary>
    /// The message that the service sent or, if it sent none, a description of the error. It is safe to log: control characters, such as line breaks,
    /// are replaced by spaces, and it has at most 4,096 characters. <see cref="ServiceMessage"/> has the unmodified message.
    /// </summary>
    public override string Message
    {
        get
        {
            var message = string.IsNullOrEmpty(ServiceMessage) ? Describe() : SafeText.Message(ServiceMessage);
            return _advice is null ? message : message + " " + _advice;
        }
    }

    /// <summary>Whether the service's model declares the error as retryable. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ModeledRetry ModeledRetry => ModeledRetry.None;

    internal void SetOrigin(string service, string operation, HttpStatusCode statusCode, string errorCode)
    {
        _service = service;
        _operation = operation;
        _statusCode = statusCode;
        _errorCode = errorCode;
    }

    internal void SetRequest(string? requestId, string? extendedRequestId, int attempts)
    {
        SetDelivery(requestId, attempts);
        _extendedRequestId = extendedRequestId;
    }

    /// <summary>Sets what the caller can do about the error, for the message.</summary>
    internal void SetAdvice(string advice) => _advice = advice;

    internal void SetRetryFacts(bool isThrottling, bool isTransient)
    {
        _isThrottling = isThrottling;
        _isTransient = isTransient;
    }

    private string Describe()
    {
        if (_statusCode == 0)
        {
            return "The service returned an error.";
        }

        var request = RequestId is null ? "" : ", request id " + SafeText.Identifier(RequestId);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_service} {_operation} failed: {(int)_statusCode} {_statusCode} (error code {SafeText.Identifier(_errorCode)}{request})");
    }
}
