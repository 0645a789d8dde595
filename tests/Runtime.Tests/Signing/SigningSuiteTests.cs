using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

public class SigningSuiteTests
{
    [SuiteFact("conformance/sigv4/v4.json")]
    public void Signs_the_cases_of_the_SigV4_suite() => SignCases("conformance/sigv4/v4.json", "header", atLeast: 20);

    [SuiteFact("conformance/sigv4/double-encoding-and-s3.json")]
    public void Signs_the_cases_of_double_encoding() => SignCases("conformance/sigv4/double-encoding-and-s3.json", "expect", atLeast: 12);

    [SuiteFact("oracle/datazone/requests.jsonl")]
    public void Signs_the_recorded_requests_of_DataZone()
    {
        var count = 0;
        foreach (var line in File.ReadLines(Suites.PathOf("oracle/datazone/requests.jsonl")!))
        {
            var recorded = JsonElement.Parse(line);
            var (request, signed) = (recorded.GetProperty("request"), recorded.GetProperty("signed"));
            if (signed.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            count++;
            Assert.Equal(signed.GetProperty("authorization").GetString(), Signed.Authorize(Recorded(request, signed)));
        }

        Assert.True(count > 500);
    }

    private static Signed.Request Recorded(JsonElement request, JsonElement signed)
    {
        var names = signed.GetProperty("signedHeaders").GetString()!.Split(';');
        var headers = request.GetProperty("headers").EnumerateObject().Select(header => (Name: InLowerCase(header.Name), Value: header.Value.GetString()!))
            .Append((Name: "host", Value: signed.GetProperty("host").GetString()!))
            .Append((Name: "x-amz-date", Value: signed.GetProperty("date").GetString()!))
            .Append((Name: "x-amz-security-token", Value: signed.GetProperty("token").GetString() ?? ""));
        return new Signed.Request(request.GetProperty("method").GetString()!, request.GetProperty("path").GetString()!)
        {
            Query = request.GetProperty("rawQuery").GetString()!,
            Headers = [.. headers.Where(header => names.Contains(header.Name))],
            Body = BodyOf(request),
            AccessKeyId = signed.GetProperty("accessKey").GetString()!,
            Secret = signed.GetProperty("secretKey").GetString()!,
            Region = signed.GetProperty("region").GetString()!,
            Service = signed.GetProperty("service").GetString()!,
            At = Signed.Time(signed.GetProperty("date").GetString()!),
        };
    }

    private static byte[] BodyOf(JsonElement request)
        => request.TryGetProperty("bodyBase64", out var base64) ? base64.GetBytesFromBase64() : Encoding.UTF8.GetBytes(request.GetProperty("body").GetString() ?? "");

    private static void SignCases(string suite, string expectation, int atLeast)
    {
        var count = 0;
        foreach (var test in JsonElement.Parse(Suites.Text(suite)).EnumerateArray().Where(IsOurs))
        {
            var expected = test.GetProperty(expectation);
            var request = Given(test, expected.GetProperty("canonicalRequest").GetString()!);
            count++;

            Assert.Equal(expected.GetProperty("canonicalRequest").GetString(), Signed.CanonicalRequest(request));
            Assert.Equal(expected.GetProperty("authorization").GetString(), Signed.Authorize(request));
        }

        Assert.True(count >= atLeast, $"only {count} cases");
    }

    /// <summary>Signatures in the header, of a normalized and encoded path, a hashed body and an encoded query: what the runtime makes.</summary>
    private static bool IsOurs(JsonElement test)
    {
        var (context, request) = (test.GetProperty("context"), test.GetProperty("request"));
        return (!test.TryGetProperty("form", out var form) || form.ValueEquals("header"))
            && context.GetProperty("double_uri_encode").GetBoolean()
            && context.GetProperty("normalize").GetBoolean()
            && !context.TryGetProperty("payload", out _)
            && (request.GetProperty("query").GetString() ?? "").All(char.IsAscii);
    }

    private static Signed.Request Given(JsonElement test, string canonicalRequest)
    {
        var (context, request) = (test.GetProperty("context"), test.GetProperty("request"));
        var credentials = context.GetProperty("credentials");
        var at = DateTimeOffset.Parse(context.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture);
        var headers = request.GetProperty("headers").EnumerateArray()
            .Select(header => (Name: InLowerCase(header[0].GetString()!), Value: header[1].GetString()!))
            .Append((Name: "x-amz-date", Value: at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)))
            .ToList();
        if (credentials.TryGetProperty("token", out var token) && !context.TryGetProperty("omit_session_token", out _))
        {
            headers.Add(("x-amz-security-token", token.GetString()!));
        }

        if (canonicalRequest.Contains("\nx-amz-content-sha256:", StringComparison.Ordinal))
        {
            headers.Add(("x-amz-content-sha256", canonicalRequest.Split('\n')[^1]));
        }

        return new Signed.Request(request.GetProperty("method").GetString()!, request.GetProperty("path").GetString()!)
        {
            Query = request.GetProperty("query").GetString() ?? "",
            Headers = headers,
            Body = Encoding.UTF8.GetBytes(request.GetProperty("body").GetString() ?? ""),
            AccessKeyId = credentials.GetProperty("access_key_id").GetString()!,
            Secret = credentials.GetProperty("secret_access_key").GetString()!,
            Region = context.GetProperty("region").GetString()!,
            Service = context.GetProperty("service").GetString()!,
            At = at,
        };
    }

    private static string InLowerCase(string name) => string.Create(name.Length, name, static (span, text) => text.AsSpan().ToLowerInvariant(span));
}
