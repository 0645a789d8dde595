using System.Net;
using DataZoneGen;

namespace LocalEndpoint.Signatures;

/// <summary>Errors of requests whose signature is missing or invalid.</summary>
internal static class SignatureError
{
    public static AwsServiceException MissingAuthentication() => Create("MissingAuthenticationTokenException", "The request is not signed.");

    public static AwsServiceException IncompleteSignature(string message) => Create("IncompleteSignatureException", message);

    public static AwsServiceException UnrecognizedClient(string message) => Create("UnrecognizedClientException", message);

    public static AwsServiceException InvalidSignature(string message) => Create("InvalidSignatureException", message);

    private static AwsServiceException Create(string code, string message) => new(message) { ErrorCode = code, StatusCode = HttpStatusCode.Forbidden };
}
