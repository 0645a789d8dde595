using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>What the runtime's signer made of a request, step by step.</summary>
internal sealed record SignedVector(string CanonicalRequest, string StringToSign, string Result)
{
    public string Signature => Result[^64..];
}

/// <summary>A request of the signing suites with what it is signed with, and how.</summary>
internal sealed record SigningVector(JsonElement Context, JsonElement Request)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public SigningFacts Facts { get; } = SigningFacts.FromContext(Context);

    /// <summary>Name and value of each header, names in lower case.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; } = Request.GetProperty("headers").EnumerateArray()
        .Select(static h => (h[0].GetString()!.ToLower(CultureInfo.InvariantCulture), h[1].GetString()!))
        .ToList();

    private byte[] Body => Encoding.UTF8.GetBytes(Request.TryGetProperty("body", out var body) ? body.GetString() ?? "" : "");

    /// <summary>What stands for the body: what the case names, or the hash of nothing where the body is not signed, else the body's hash.</summary>
    private string? PayloadHash => Context.TryGetProperty("payload", out var payload) ? payload.GetString()
        : IsSet("sign_body", unless: true) ? null
        : EmptyHash;

    private bool SendsPayloadHash => Context.TryGetProperty("content_sha256_header", out var sends)
        ? sends.GetBoolean()
        : IsSet("sign_body", unless: false);

    /// <summary>The signature in the header; the result is the value of Authorization.</summary>
    public SignedVector InHeader()
    {
        List<RequestHeader> headers = [.. Headers.Select(static h => new RequestHeader(h.Name, h.Value)), new("x-amz-date", Facts.Date)];
        if (Facts.Token is { } token && !IsSet("omit_session_token", unless: false))
        {
            headers.Add(new("x-amz-security-token", token));
        }

        if (SendsPayloadHash)
        {
            headers.Add(new("x-amz-content-sha256", PayloadHash ?? Convert.ToHexStringLower(SHA256.HashData(Body))));
        }

        using var scratch = new SigningScratch();
        var authorization = SigV4Signer.Authorize(Input([.. headers]), Facts.AccessKey, Signer.KeyOf(Facts), scratch);
        return Steps(scratch, authorization);
    }

    /// <summary>The signature in the query; the result is the whole query.</summary>
    public SignedVector InQuery()
    {
        using var scratch = new SigningScratch();
        var terms = new PresigningParameters
        {
            AccessKeyId = Facts.AccessKey,
            Seconds = Context.GetProperty("expiration_in_seconds").GetInt32(),
            SessionToken = Facts.Token,
            IsTokenUnsigned = IsSet("omit_session_token", unless: false),
        };
        var query = SigV4Signer.Presign(Input([.. Headers.Select(static h => new RequestHeader(h.Name, h.Value))]), terms, Signer.KeyOf(Facts), scratch);
        return Steps(scratch, query);
    }

    private static SignedVector Steps(SigningScratch scratch, string result)
    {
        // The signer writes one step after the other into the same buffer.
        var written = Encoding.UTF8.GetString(scratch.Buffer.Written);
        var steps = written.EndsWith(result, StringComparison.Ordinal) ? written[..^result.Length] : written;
        var toSign = steps.LastIndexOf(Algorithm + "\n", StringComparison.Ordinal);
        return new SignedVector(steps[..toSign], steps[toSign..], result);
    }

    /// <summary>The query as a client sends it: some cases have it before it is percent-encoded.</summary>
    private static string OnTheWire(string query) => query.All(static c => c is > ' ' and <= '~')
        ? query
        : string.Join('&', query.Split('&').Select(static p => string.Join('=', p.Split('=', 2).Select(Uri.UnescapeDataString).Select(Uri.EscapeDataString))));

    private SigningInput Input(RequestHeader[] headers) => new()
    {
        Method = Request.GetProperty("method").GetString()!,
        Path = Encoding.UTF8.GetBytes(Request.GetProperty("path").GetString()!),
        PathRules = (IsSet("normalize", unless: true) ? PathRules.Default : PathRules.KeepSegments)
            | (IsSet("double_uri_encode", unless: true) ? PathRules.Default : PathRules.KeepEncoding),
        Query = Encoding.UTF8.GetBytes(OnTheWire(Request.GetProperty("query").GetString() ?? "")),
        Headers = HeaderList.Of(headers),
        Body = Body,
        PayloadHash = PayloadHash,
        Date = AmzDate.From(Facts.Instant),
    };

    private bool IsSet(string option, bool unless) => Context.TryGetProperty(option, out var value) ? value.GetBoolean() : unless;
}
