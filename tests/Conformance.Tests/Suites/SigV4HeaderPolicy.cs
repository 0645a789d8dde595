using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a signature leaves out, and the requests that are refused because they bring a signature's facts along.</summary>
public sealed class SigV4HeaderPolicy(ConformanceRun run) : Suite(run)
{
    private const string File = "conformance/sigv4/header-policy.json";

    [Vectors(File)]
    public Task HeadersAreSignedLeftOutOrRefused()
    {
        var suite = SuitesFolder.Load(File);
        var facts = SigningFacts.FromContext(suite.GetProperty("context"));
        return RunAsync(
            "sigv4/header-policy",
            JsonCase.ByName(suite.GetProperty("unsignedHeaders")).Concat(JsonCase.ByName(suite.GetProperty("rejectedRequests"))),
            (test, differences) => Check(test.Json, facts, differences));
    }

    private static void Check(JsonElement test, SigningFacts facts, Differences differences)
    {
        var authorization = Sign(test, facts, out var refusal);
        var expected = test.TryGetProperty("canonicalRequest", out var canonical) ? Signer.ByDefinition(canonical.GetString()!, facts) : null;
        differences.Expect("refused", expected is null, refusal is not null);
        differences.Expect("authorization", expected, authorization);
    }

    /// <summary>
    /// Signs as a client does: the headers of the model go through the request's writer. A header that the caller wants left out is one that stands
    /// on the message already, where handlers and the client itself put theirs.
    /// </summary>
    private static string? Sign(JsonElement test, SigningFacts facts, out ArgumentException? refusal)
    {
        var excluded = test.TryGetProperty("callerExcludes", out var names) ? names.EnumerateArray().Select(static n => n.GetString()).ToList() : [];
        var headers = test.GetProperty("headers").EnumerateArray().Select(static h => (Name: h[0].GetString()!, Value: h[1].GetString()!)).ToList();
        var host = headers.Single(static h => IsHost(h.Name)).Value;
        var writer = new RequestWriter();
        writer.Path(Encoding.ASCII.GetBytes(test.TryGetProperty("path", out var path) ? path.GetString()! : "/"));
        if (test.TryGetProperty("query", out var query) && query.GetString() is { } literal)
        {
            writer.QueryLiteral(Encoding.ASCII.GetBytes(literal));
        }

        using var message = new HttpRequestMessage(HttpMethod.Get, "https://" + host);
        using var scratch = new SigningScratch();
        try
        {
            refusal = null;
            foreach (var (name, value) in headers.Where(static h => !IsHost(h.Name)))
            {
                if (excluded.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    message.Headers.TryAddWithoutValidation(name, value);
                }
                else
                {
                    writer.Header(name, value);
                }
            }

            var target = new SigningEndpoint(new ResolvedEndpoint("https://" + host), facts.Region, facts.Service);
            new RequestSigner().Sign(message, writer, target, facts.Credentials, facts.Instant, scratch);
        }
        catch (ArgumentException exception)
        {
            refusal = exception;
        }

        return message.Headers.NonValidated.TryGetValues("Authorization", out var authorization) ? authorization.ToString() : null;
    }

    private static bool IsHost(string name) => name.Equals("host", StringComparison.OrdinalIgnoreCase);
}
