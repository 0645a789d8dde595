using System;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>
/// Removes secrets from messages of services. Some services quote a rejected request with its session token and parameters.
/// </summary>
internal static class Redaction
{
    private const string Hidden = "***";

    /// <summary>The text before the quoted request in signature errors. The text before it is the actual message.</summary>
    private const string Quotation = "The Canonical String for this request should have been";

    /// <summary>Returns the text without credentials and signatures.</summary>
    public static string? Redact(string? text, HttpRequestMessage? request)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var quotation = text.IndexOf(Quotation, StringComparison.Ordinal);
        if (quotation >= 0)
        {
            text = text[..quotation].TrimEnd();
        }

        text = Remove(text, Find(request, "x-amz-security-token"));
        return Find(request, "Authorization") is { } authorization ? Remove(text, GetSignatureOrToken(authorization)) : text;
    }

    /// <summary>Returns the signature, or the bearer token.</summary>
    private static string GetSignatureOrToken(string authorization)
    {
        const string signature = "Signature=";
        var start = authorization.LastIndexOf(signature, StringComparison.Ordinal);
        return start < 0 ? authorization[(authorization.IndexOf(' ', StringComparison.Ordinal) + 1)..] : authorization[(start + signature.Length)..];
    }

    private static string Remove(string text, string? secret) =>
        string.IsNullOrEmpty(secret) ? text : text.Replace(secret, Hidden, StringComparison.Ordinal);

    private static string? Find(HttpRequestMessage? request, string name) =>
        request is not null && request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
