using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Signatures in the header and in the query, to the byte: canonical request, string to sign, signature.</summary>
public sealed class SigV4Signatures(ConformanceRun run) : Suite(run)
{
    private const string V4 = "conformance/sigv4/v4.json";
    private const string Paths = "conformance/sigv4/double-encoding-and-s3.json";

    private static readonly string[] Forms = ["header", "query"];

    [Vectors(V4)]
    public Task RequestsAreSignedInBothForms() => RunAsync(
        "sigv4/v4",
        JsonCase.ByName(SuitesFolder.Load(V4)).SelectMany(static test => Forms.Select(form => new NamedCheck(
            test.Id + "/" + form, differences => Check(test.Json, form, test.Json.GetProperty(form), differences)))),
        static (check, differences) => check.Check(differences));

    [Vectors(Paths)]
    public Task PathsAreEncodedAsTheServiceWantsThem() => RunAsync(
        "sigv4/double-encoding-and-s3",
        JsonCase.ByName(SuitesFolder.Load(Paths)),
        static (test, differences) => Check(test.Json, test.Json.GetProperty("form").GetString()!, test.Json.GetProperty("expect"), differences));

    private static void Check(JsonElement test, string form, JsonElement expected, Differences differences)
    {
        var vector = new SigningVector(test.GetProperty("context"), test.GetProperty("request"));
        var signed = form == "query" ? vector.InQuery() : vector.InHeader();
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
    }

    private static string ExpectedQuery(JsonElement expected) => expected.TryGetProperty("signedUrl", out var url)
        ? url.GetString()!.Split('?', 2)[1]
        : expected.GetProperty("signedRequest").GetProperty("query").GetString()!;

    /// <summary>The parameters in an order of their own: the suites leave it open.</summary>
    private static string Parameters(string query)
    {
        var parameters = query.Split('&').Select(static p => Uri.UnescapeDataString(p.Contains('=', StringComparison.Ordinal) ? p : p + "="));
        return string.Join('&', parameters.Order(StringComparer.Ordinal));
    }
}
