using System;
using System.Globalization;

namespace DataZoneGen.Testing.Core;

/// <summary>The signature of a request, in its header or in its URL.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="Day">The day of the credential scope.</param>
/// <param name="Region">The region of the credential scope.</param>
/// <param name="Service">The service of the credential scope.</param>
/// <param name="SignedHeaders">The names of the signed headers, separated by semicolons.</param>
/// <param name="Signature">The signature in hexadecimal digits.</param>
internal sealed record SignatureParts(string AccessKeyId, string Day, string Region, string Service, string SignedHeaders, string Signature)
{
    public const string SignatureParameter = "X-Amz-Signature";

    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string CredentialKey = "Credential=";
    private const string HeadersKey = "SignedHeaders=";
    private const string SignatureKey = "Signature=";
    private const int ScopeParts = 5;

    /// <summary>The lifetime of a presigned URL; <see langword="null"/> for a signature in a header.</summary>
    public TimeSpan? Lifetime { get; private init; }

    /// <summary>The text of the time of the signature; <see langword="null"/> if the request has none.</summary>
    public string? Date { get; private init; }

    /// <summary>The session token; <see langword="null"/> for long-term credentials.</summary>
    public string? SessionToken { get; private init; }

    /// <summary>Finds the service in the credential scope of a request, without a check; <see langword="null"/> if there is none.</summary>
    public static string? FindService(FakeRequest request) => Find(request)?.Service;

    /// <summary>Finds the signature of a request; <see langword="null"/> if there is none, or if it is malformed.</summary>
    public static SignatureParts? Find(FakeRequest request) => request.FindHeader("Authorization") is { } authorization
        ? FromHeader(request, authorization)
        : FromQuery(request);

    private static SignatureParts? FromHeader(FakeRequest request, string authorization)
    {
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return null;
        }

        string? credential = null, headers = null, signature = null;
        foreach (var part in authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            credential = part.StartsWith(CredentialKey, StringComparison.Ordinal) ? part[CredentialKey.Length..] : credential;
            headers = part.StartsWith(HeadersKey, StringComparison.Ordinal) ? part[HeadersKey.Length..] : headers;
            signature = part.StartsWith(SignatureKey, StringComparison.Ordinal) ? part[SignatureKey.Length..] : signature;
        }

        return Create(credential, headers, signature) is not { } parts ? null : parts with
        {
            Date = request.FindHeader("x-amz-date"),
            SessionToken = request.FindHeader("x-amz-security-token") ?? request.FindHeader("x-amz-s3session-token"),
        };
    }

    private static SignatureParts? FromQuery(FakeRequest request)
    {
        string? credential = null, headers = null, signature = null, date = null, expires = null, token = null;
        foreach (var parameter in new QueryParameters(request.Query))
        {
            if (!parameter.EncodedName.StartsWith("X-Amz-", StringComparison.Ordinal))
            {
                continue;
            }

            switch (parameter.EncodedName)
            {
                case "X-Amz-Credential":
                    credential = parameter.Value;
                    break;
                case "X-Amz-SignedHeaders":
                    headers = parameter.Value;
                    break;
                case SignatureParameter:
                    signature = parameter.Value;
                    break;
                case "X-Amz-Date":
                    date = parameter.Value;
                    break;
                case "X-Amz-Expires":
                    expires = parameter.Value;
                    break;
                case "X-Amz-Security-Token" or "X-Amz-S3session-Token":
                    token = parameter.Value;
                    break;
            }
        }

        return Create(credential, headers, signature) is { } parts && int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? parts with { Date = date, SessionToken = token, Lifetime = TimeSpan.FromSeconds(seconds) }
            : null;
    }

    private static SignatureParts? Create(string? credential, string? headers, string? signature) =>
        credential?.Split('/') is { Length: ScopeParts } scope && headers is not null && signature is not null
            ? new SignatureParts(scope[0], scope[1], scope[2], scope[3], headers, signature)
            : null;
}
