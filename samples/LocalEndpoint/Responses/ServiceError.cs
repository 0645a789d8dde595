using System;
using System.Net;

namespace LocalEndpoint.Responses;

/// <summary>An error response: a status code, an error code and a message.</summary>
internal sealed class ServiceError(HttpStatusCode status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status code.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The error code, such as that in the header <c>x-amzn-errortype</c> of DataZone.</summary>
    public string Code { get; } = code;

    public static ServiceError NotFound(string message) => new(HttpStatusCode.NotFound, "ResourceNotFoundException", message);

    public static ServiceError Invalid(string message) => new(HttpStatusCode.BadRequest, "ValidationException", message);

    public static ServiceError Conflict(string message) => new(HttpStatusCode.Conflict, "ConflictException", message);

    public static ServiceError UnknownOperation() =>
        new(HttpStatusCode.NotFound, "UnknownOperationException", "No operation matches the method and the path.");

    public static ServiceError InvalidAction() =>
        new(HttpStatusCode.BadRequest, "InvalidAction", "The only STS operation of the local endpoint is GetCallerIdentity.");

    public static ServiceError MissingAuthentication() =>
        new(HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", "The request is not signed.");

    public static ServiceError IncompleteSignature(string message) => new(HttpStatusCode.Forbidden, "IncompleteSignatureException", message);

    public static ServiceError UnrecognizedClient(string message) => new(HttpStatusCode.Forbidden, "UnrecognizedClientException", message);

    public static ServiceError InvalidSignature(string message) => new(HttpStatusCode.Forbidden, "InvalidSignatureException", message);

    public static ServiceError TooLarge() =>
        new(HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLargeException", "The request body is too large.");

    public static ServiceError Internal() =>
        new(HttpStatusCode.InternalServerError, "InternalServerException", "The local endpoint has a bug.");
}
