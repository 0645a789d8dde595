using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>A body in chunks, each with its signature, beginning with the signature of the request; then the same with a trailer.</summary>
public sealed class SigV4Chunks(ConformanceRun run) : Suite(run)
{
    private const string File = "conformance/sigv4/chunked-signing.json";

    [Vectors(File)]
    public Task ChunksAreSignedInAChain()
    {
        var suite = SuitesFolder.Load(File);
        return RunAsync<NamedCheck>(
            "sigv4/chunked-signing",
            [
                new("request", differences => CheckRequest(suite, differences)),
                new("chunks", differences => CheckBody(suite, [], differences)),
                new("trailer", differences => CheckBody(suite, Trailer(suite), differences)),
            ],
            static (check, differences) => check.Check(differences));
    }

    private static void CheckRequest(JsonElement suite, Differences differences)
    {
        var signed = new SigningVector(suite.GetProperty("context"), suite.GetProperty("request")).InHeader();
        var expected = suite.GetProperty("expect");
        differences.Expect("payload", PayloadOf(suite), HasSignedTrailer(suite) ? ChunkedEncoding.SignedPayloadHash : "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        differences.Expect("canonicalRequest", expected.GetProperty("canonicalRequest").GetString(), signed.CanonicalRequest);
        differences.Expect("stringToSign", expected.GetProperty("stringToSign").GetString(), signed.StringToSign);
        differences.Expect("authorization", expected.GetProperty("authorization").GetString(), signed.Result);
    }

    private static void CheckBody(JsonElement suite, RequestHeader[] trailer, Differences differences)
    {
        var facts = SigningFacts.FromContext(suite.GetProperty("context"));
        var signer = new ChunkSigner(suite.GetProperty("expect").GetProperty("signature").GetString(), AmzDate.From(facts.Instant), Signer.KeyOf(facts));
        var expected = new StringBuilder();
        var body = new Utf8Buffer();
        foreach (var chunk in suite.GetProperty("chunks").EnumerateArray())
        {
            var data = string.Concat(Enumerable.Repeat(
                chunk.GetProperty("data").GetProperty("repeat").GetString()!, chunk.GetProperty("data").GetProperty("count").GetInt32()));
            expected.Append(chunk.GetProperty("chunkHeader").GetString()).Append(data).Append(data.Length > 0 ? "\r\n" : "");
            if (data.Length > 0)
            {
                signer.WriteHeader(Encoding.UTF8.GetBytes(data), body);
                body.Add(data + "\r\n");
            }
        }

        if (trailer.Length > 0)
        {
            var headers = suite.GetProperty("trailer").GetProperty("headers").EnumerateArray().Select(static h => h[0].GetString() + ":" + h[1].GetString() + "\r\n");
            expected.Append(string.Concat(headers));
            expected.Append("x-amz-trailer-signature:").Append(suite.GetProperty("trailer").GetProperty("signature").GetString()).Append("\r\n");
        }

        signer.WriteEnd(HeaderList.Of(trailer), body);
        differences.Expect("body", expected.Append("\r\n").ToString(), Encoding.UTF8.GetString(body.Written));
        if (trailer.Length > 0 == HasSignedTrailer(suite) && AnnouncedLength(suite) is { } announced)
        {
            differences.Expect("content-length", announced, body.Length.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static RequestHeader[] Trailer(JsonElement suite) => suite.GetProperty("trailer").GetProperty("headers").EnumerateArray()
        .Select(static h => new RequestHeader(h[0].GetString()!, h[1].GetString()!))
        .Reverse()
        .ToArray();

    private static string PayloadOf(JsonElement suite) => suite.GetProperty("context").GetProperty("payload").GetString()!;

    /// <summary>Whether the request says that a trailer follows its body; the suite may show one all the same.</summary>
    private static bool HasSignedTrailer(JsonElement suite) => PayloadOf(suite).EndsWith("-TRAILER", StringComparison.Ordinal);

    private static string? AnnouncedLength(JsonElement suite) => suite.GetProperty("request").GetProperty("headers").EnumerateArray()
        .Where(static h => string.Equals(h[0].GetString(), "content-length", StringComparison.OrdinalIgnoreCase))
        .Select(static h => h[1].GetString())
        .FirstOrDefault();
}
