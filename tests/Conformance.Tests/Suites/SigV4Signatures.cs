using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Signatures in the header and in the query, to the byte: canonical request, string to sign, signature.</summary>
[Collection(ConformanceRun.Collection)]
public sealed class SigV4Signatures(ConformanceRun run)
{
    private const string V4 = "conformance/sigv4/v4.json";
    private const string Paths = "conformance/sigv4/double-encoding-and-s3.json";

    [VectorsFact(V4)]
    public Task RequestsAreSignedInBothForms() => run.CheckAsync(
        "sigv4/v4",
        SuitesFolder.Load(V4).EnumerateArray().SelectMany(static test => new[] { (Test: test, Form: "header"), (Test: test, Form: "query") }),
        static c => c.Test.GetProperty("name").GetString() + "/" + c.Form,
        static c => Task.FromResult(Check(c.Test, c.Form, c.Test.GetProperty(c.Form))));

    [VectorsFact(Paths)]
    public Task PathsAreEncodedAsTheServiceWantsThem() => run.CheckAsync(
        "sigv4/double-encoding-and-s3",
        SuitesFolder.Load(Paths).EnumerateArray(),
        static test => test.GetProperty("name").GetString()!,
        static test => Task.FromResult(Check(test, test.GetProperty("form").GetString()!, test.GetProperty("expect"))));

    private static CaseOutcome Check(JsonElement test, string form, JsonElement expected)
    {
        var vector = new SigningVector(test.GetProperty("context"), test.GetProperty("request"));
        var signed = form == "query" ? vector.InQuery() : vector.InHeader();
        var differences = new Differences();
        differences.Expect("canonicalRequest", expected.GetProperty("canonicalRequest").GetString(), signed.CanonicalRequest);
        differences.Expect("stringToSign", expected.GetProperty("stringToSign").GetString(), signed.StringToSign);
        differences.Expect("signature", expected.GetProperty("signature").GetString(), signed.Signature);
        if (form == "query")
        {
            differences.Expect("query", Parameters(ExpectedQuery(expected)), Parameters(signed.Result));
        }
        else
        {
            differences.Expect("authorization", expected.GetProperty("authorization").GetString(), signed.Result);
        }

        return CaseOutcome.From(differences);
    }

    private static string ExpectedQuery(JsonElement expected) => expected.TryGetProperty("signedUrl", out var url)
        ? url.GetString()!.Split('?', 2)[1]
        : expected.GetProperty("signedRequest").GetProperty("query").GetString()!;

    /// <summary>The parameters in an order of their own: the suites leave it open.</summary>
    private static string Parameters(string query)
    {
        IEnumerable<string> parameters = query.Split('&').Select(static p => Uri.UnescapeDataString(p.Contains('=', StringComparison.Ordinal) ? p : p + "="));
        return string.Join('&', parameters.Order(StringComparer.Ordinal));
    }
}
