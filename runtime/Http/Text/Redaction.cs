using System;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>
/// Takes secrets out of what a service says: some quote the request that they refuse, to the letter, with its session token and parameters.
/// </summary>
internal static class Redaction
{
    private const string Hidden = "***";

    /// <summary>How services begin to quote a request whose signature they cannot follow. What comes before says all but that.</summary>
    private const string Quotation = "The Canonical String for this request should have been";

    /// <summary>The text without what proves who sent the request.</summary>
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

        text = Without(text, Find(request, "x-amz-security-token"));
        return Find(request, "Authorization") is { } authorization ? Without(text, ProofIn(authorization)) : text;
    }

    /// <summary>The signature, or the token that stands for one.</summary>
    private static string ProofIn(string authorization)
    {
        const string signature = "Signature=";
        var start = authorization.LastIndexOf(signature, StringComparison.Ordinal);
        return start < 0 ? authorization[(authorization.IndexOf(' ', StringComparison.Ordinal) + 1)..] : authorization[(start + signature.Length)..];
    }

    private static string Without(string text, string? secret) =>
        string.IsNullOrEmpty(secret) ? text : text.Replace(secret, Hidden, StringComparison.Ordinal);

    private static string? Find(HttpRequestMessage? request, string name) =>
        request is not null && request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
