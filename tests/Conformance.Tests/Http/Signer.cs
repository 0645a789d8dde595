using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>With what and for what a request is signed.</summary>
internal sealed record SigningFacts(string Date, string AccessKey, string SecretKey, string? Token, string Region, string Service)
{
    public DateTimeOffset Instant =>
        DateTimeOffset.ParseExact(Date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Whether the path is signed as it is sent, as S3 and its variants require.</summary>
    public bool IsPathVerbatim => Service == "s3" || Service.StartsWith("s3-", StringComparison.Ordinal);

    public AwsCredentials Credentials => new(AccessKey, SecretKey, Token);

    public static SigningFacts From(JsonElement signed) => new(
        signed.GetProperty("date").GetString()!,
        signed.GetProperty("accessKey").GetString()!,
        signed.GetProperty("secretKey").GetString()!,
        signed.GetProperty("token").GetString(),
        signed.GetProperty("region").GetString()!,
        signed.GetProperty("service").GetString()!);

    /// <summary>The facts that the signing suites give as the context of a case.</summary>
    public static SigningFacts FromContext(JsonElement context)
    {
        var credentials = context.GetProperty("credentials");
        return new SigningFacts(
            context.GetProperty("timestamp").GetDateTimeOffset().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            credentials.GetProperty("access_key_id").GetString()!,
            credentials.GetProperty("secret_access_key").GetString()!,
            credentials.TryGetProperty("token", out var token) ? token.GetString() : null,
            context.GetProperty("region").GetString()!,
            context.GetProperty("service").GetString()!);
    }
}

/// <summary>Signs requests in two ways: by the runtime's signer, which is under test, and by one that is plain rather than fast.</summary>
internal static class Signer
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The Authorization header that the runtime makes. The host and all headers of the request are signed.</summary>
    public static string ByRuntime(CapturedRequest request, SigningFacts facts)
    {
        RequestHeader[] headers = [new("host", request.Host), .. request.Headers.Select(static h => new RequestHeader(h.Key, h.Value))];
        var date = AmzDate.From(facts.Instant);
        var input = new SigningInput
        {
            Method = request.Method,
            Path = Encoding.ASCII.GetBytes(request.Path),
            PathRules = facts.IsPathVerbatim ? PathRules.Verbatim : PathRules.Default,
            Query = Encoding.ASCII.GetBytes(request.RawQuery),
            Headers = HeaderList.Of(headers),
            Body = request.Body,
            PayloadHash = request.Header("x-amz-content-sha256"),
            Date = date,
        };
        var key = KeyOf(facts);
        using var scratch = new SigningScratch();
        return SigV4Signer.Authorize(input, facts.AccessKey, key, scratch);
    }

    /// <summary>The signing key of these facts.</summary>
    public static SigV4Key KeyOf(SigningFacts facts)
    {
        SigV4Key? latest = null;
        return SigV4Key.Get(ref latest, facts.SecretKey, facts.Date[..8], facts.Region, facts.Service);
    }

    /// <summary>The Authorization header as the definition of Signature Version 4 makes it, over the headers named.</summary>
    public static string ByDefinition(CapturedRequest request, SigningFacts facts, IReadOnlyCollection<string> signedHeaders)
    {
        var names = signedHeaders.Order(StringComparer.Ordinal).ToList();
        var canonical = string.Join(
            '\n',
            request.Method,
            facts.IsPathVerbatim ? request.Path : CanonicalPath(request.Path),
            CanonicalQuery(request.RawQuery),
            string.Concat(names.Select(name => name + ":" + ValueOf(request, name) + "\n")),
            string.Join(';', names),
            request.Header("x-amz-content-sha256") ?? Hash(request.Body));
        return ByDefinition(canonical, facts);
    }

    /// <summary>The Authorization header of a canonical request, by the definition.</summary>
    public static string ByDefinition(string canonicalRequest, SigningFacts facts)
    {
        var scope = $"{facts.Date[..8]}/{facts.Region}/{facts.Service}/aws4_request";
        var toSign = string.Join('\n', Algorithm, facts.Date, scope, Hash(Encoding.UTF8.GetBytes(canonicalRequest)));
        var key = Encoding.UTF8.GetBytes("AWS4" + facts.SecretKey);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return $"{Algorithm} Credential={facts.AccessKey}/{scope}, SignedHeaders={canonicalRequest.Split('\n')[^2]}, Signature={signature}";
    }

    /// <summary>The names of the headers that an Authorization header says are signed.</summary>
    public static IReadOnlyList<string> SignedHeadersOf(string authorization)
    {
        var part = authorization.Split(' ', ',').FirstOrDefault(static p => p.StartsWith("SignedHeaders=", StringComparison.Ordinal));
        return part is null ? [] : part["SignedHeaders=".Length..].Split(';');
    }

    private static string ValueOf(CapturedRequest request, string name) => name == "host"
        ? request.Host
        : string.Join(',', request.Headers.Where(h => h.Key == name).Select(static h => WithoutExtraBlanks(h.Value)));

    private static string WithoutExtraBlanks(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string CanonicalPath(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/').Where(static s => s is not ("" or ".")))
        {
            if (segment != "..")
            {
                segments.Add(Encode(segment));
            }
            else if (segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return "/" + string.Join('/', segments) + (segments.Count > 0 && path.EndsWith('/') ? "/" : "");
    }

    private static string CanonicalQuery(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static p => p.Split('=', 2))
        .Select(static p => (Name: p[0], Value: p.ElementAtOrDefault(1) ?? ""))
        .OrderBy(static p => p.Name, StringComparer.Ordinal).ThenBy(static p => p.Value, StringComparer.Ordinal)
        .Select(static p => p.Name + "=" + p.Value));

    private static string Encode(string segment) => string.Concat(Encoding.UTF8.GetBytes(segment).Select(static b =>
        Unreserved.Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : "%" + b.ToString("X2", CultureInfo.InvariantCulture)));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
