using System;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using LocalEndpoint.Requests;
using LocalEndpoint.Responses;
using LocalEndpoint.State;

namespace LocalEndpoint;

/// <summary>AWS STS at the same address, with one operation: GetCallerIdentity. It uses the AWS query protocol: a form in the request, XML in the response.</summary>
internal static class CallerIdentity
{
    /// <summary>The service name in signatures.</summary>
    public const string SigningName = "sts";

    private const string Action = "GetCallerIdentity";
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>Whether a request is for STS. All of its operations have the same path, which DataZone does not use.</summary>
    public static bool IsCalledBy(SignedRequest request) => request.Target.RawPath == "/";

    /// <summary>Returns the response of GetCallerIdentity.</summary>
    /// <exception cref="ServiceError">The request is for another operation.</exception>
    public static byte[] Handle(SignedRequest request, string requestId)
    {
        var form = Encoding.UTF8.GetString(request.Body.Span).Split('&');
        return form.Contains($"Action={Action}", StringComparer.Ordinal)
            ? Write(new XElement(
                Namespace + $"{Action}Response",
                new XElement(
                    Namespace + $"{Action}Result",
                    new XElement(Namespace + "Arn", $"arn:aws:iam::{Catalog.AccountId}:user/{Catalog.UserName}"),
                    new XElement(Namespace + "UserId", Catalog.UserId),
                    new XElement(Namespace + "Account", Catalog.AccountId)),
                new XElement(Namespace + "ResponseMetadata", new XElement(Namespace + "RequestId", requestId))))
            : throw ServiceError.InvalidAction();
    }

    /// <summary>Returns the body of an error response.</summary>
    public static byte[] WriteError(ServiceError error, string requestId) => Write(new XElement(
        Namespace + "ErrorResponse",
        new XElement(
            Namespace + "Error",
            new XElement(Namespace + "Type", (int)error.Status < 500 ? "Sender" : "Receiver"),
            new XElement(Namespace + "Code", error.Code),
            new XElement(Namespace + "Message", error.Message)),
        new XElement(Namespace + "RequestId", requestId)));

    private static byte[] Write(XElement document) => Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
}
