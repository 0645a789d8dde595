using System;
using System.Net;

namespace LocalEndpoint.Answers;

/// <summary>An answer that says no, in the form DataZone gives it: a status, a code and a message.</summary>
internal sealed class ServiceError(HttpStatusCode status, string code, string message) : Exception(message)
{
    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The value of the <c>x-amzn-errortype</c> header.</summary>
    public string Code { get; } = code;

    public static ServiceError NotFound(string what) => new(HttpStatusCode.NotFound, "ResourceNotFoundException", what);

    public static ServiceError Invalid(string what) => new(HttpStatusCode.BadRequest, "ValidationException", what);

    public static ServiceError Conflict(string what) => new(HttpStatusCode.Conflict, "ConflictException", what);

    public static ServiceError UnknownOperation() =>
        new(HttpStatusCode.NotFound, "UnknownOperationException", "No operation has this method and path.");

    public static ServiceError MissingAuthentication() =>
        new(HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", "The request is not signed.");

    public static ServiceError IncompleteSignature(string what) => new(HttpStatusCode.Forbidden, "IncompleteSignatureException", what);

    public static ServiceError UnrecognizedClient(string what) => new(HttpStatusCode.Forbidden, "UnrecognizedClientException", what);

    public static ServiceError InvalidSignature(string what) => new(HttpStatusCode.Forbidden, "InvalidSignatureException", what);

    public static ServiceError TooLarge() =>
        new(HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLargeException", "The body is larger than any operation needs.");

    public static ServiceError Internal() =>
        new(HttpStatusCode.InternalServerError, "InternalServerException", "The local endpoint has a bug.");
}
