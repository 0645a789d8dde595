using System;
using System.ComponentModel;
using System.Globalization;
using System.Net;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>The service answered, and the answer is an error.</summary>
/// <remarks>
/// Generated clients throw a class of their own for each error that the service's model knows, and the service's base class for the others;
/// all of them derive from this one.
/// </remarks>
public class AwsServiceException : AwsException
{
    private HttpStatusCode _statusCode;
    private string _errorCode = "";
    private string? _extendedRequestId;
    private string _service = "";
    private string _operation = "";
    private bool _isThrottling;
    private bool _isTransient;

    /// <summary>Makes an error about which the service said nothing.</summary>
    public AwsServiceException()
    {
    }

    /// <summary>Makes an error.</summary>
    /// <param name="message">What the service said; <see langword="null"/> when it said nothing.</param>
    public AwsServiceException(string? message)
        : base(message)
        => ServiceMessage = message;

    /// <summary>Makes an error with its cause.</summary>
    /// <param name="message">What the service said; <see langword="null"/> when it said nothing.</param>
    /// <param name="innerException">The cause.</param>
    public AwsServiceException(string? message, Exception? innerException)
        : base(message, innerException)
        => ServiceMessage = message;

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode
    {
        get => _statusCode;
        init => _statusCode = value;
    }

    /// <summary>
    /// The error code as the service sent it, or the status as a number where it sent none, such as <c>"503"</c>. Logs, tags and messages show at most
    /// 256 characters of it, and a question mark for each that is not printable ASCII.
    /// </summary>
    public string ErrorCode
    {
        get => _errorCode;
        init => _errorCode = value ?? "";
    }

    /// <summary>A second id that some services give, S3 among them; <see langword="null"/> when the answer had none.</summary>
    public string? ExtendedRequestId
    {
        get => _extendedRequestId;
        init => _extendedRequestId = value;
    }

    /// <summary>The service that answered, by its id, such as <c>"DataZone"</c>.</summary>
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

    /// <summary>Whether the service asks for fewer requests.</summary>
    public bool IsThrottling
    {
        get => _isThrottling;
        init => _isThrottling = value;
    }

    /// <summary>Whether the trouble is of a kind that passes by itself.</summary>
    public bool IsTransient
    {
        get => _isTransient;
        init => _isTransient = value;
    }

    /// <summary>What the service said, to the letter; <see langword="null"/> when it said nothing.</summary>
    public string? ServiceMessage { get; }

    /// <summary>
    /// What the service said or, when it said nothing, a sentence made of the other facts. It is fit for a log: line breaks and other control
    /// characters are replaced by blanks, and it has at most 4,096 characters. <see cref="ServiceMessage"/> has all of it.
    /// </summary>
    public override string Message => string.IsNullOrEmpty(ServiceMessage) ? Describe() : SafeText.Message(ServiceMessage);

    /// <summary>What the service's model says about sending the request again. For generated code.</summary>
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

    internal void SetRetryFacts(bool isThrottling, bool isTransient)
    {
        _isThrottling = isThrottling;
        _isTransient = isTransient;
    }

    private string Describe()
    {
        if (_statusCode == 0)
        {
            return "The service answered with an error.";
        }

        var request = RequestId is null ? "" : ", request id " + SafeText.Identifier(RequestId);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_service} {_operation} failed: {(int)_statusCode} {_statusCode} (error code {SafeText.Identifier(_errorCode)}{request})");
    }
}
