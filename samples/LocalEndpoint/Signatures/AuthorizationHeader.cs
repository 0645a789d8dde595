using System;
using System.Linq;

namespace LocalEndpoint.Signatures;

/// <summary>The parts of an <c>Authorization</c> header: access key ID, credential scope, signed headers and signature.</summary>
internal sealed record AuthorizationHeader(
    string AccessKeyId, string Date, string Region, string Service, string[] SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The credential scope, as in the string to sign.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public static AuthorizationHeader Parse(string header)
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw SignatureError.IncompleteSignature($"The Authorization header must begin with {Algorithm}.");
        }

        string? credential = null, signedHeaders = null, signature = null;
        foreach (var part in header[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var value = part[(equals + 1)..];
            switch (equals < 0 ? "" : part[..equals])
            {
                case "Credential": credential = value; break;
                case "SignedHeaders": signedHeaders = value; break;
                case "Signature": signature = value; break;
                default: throw SignatureError.IncompleteSignature("The Authorization header must have only Credential, SignedHeaders and Signature.");
            }
        }

        if (credential is null || signedHeaders is null || signature is null)
        {
            throw SignatureError.IncompleteSignature("The Authorization header needs Credential, SignedHeaders and Signature.");
        }

        // An access key ID can contain a slash, so the scope is read from the end.
        var scope = credential.Split('/');
        if (scope.Length < 5 || scope[^1] != "aws4_request")
        {
            throw SignatureError.IncompleteSignature("The Credential must have the form key/date/region/service/aws4_request.");
        }

        return new(string.Join('/', scope[..^4]), scope[^4], scope[^3], scope[^2], HeaderNames(signedHeaders), signature);
    }

    private static string[] HeaderNames(string signedHeaders)
    {
        var names = signedHeaders.Split(';');
        foreach (var required in (ReadOnlySpan<string>)["host", "x-amz-date"])
        {
            if (!names.Contains(required, StringComparer.Ordinal))
            {
                throw SignatureError.InvalidSignature($"The signature must cover the header {required}.");
            }
        }

        for (var i = 1; i < names.Length; i++)
        {
            if (string.CompareOrdinal(names[i - 1], names[i]) >= 0)
            {
                throw SignatureError.IncompleteSignature("SignedHeaders must be sorted and unique.");
            }
        }

        return names;
    }
}
