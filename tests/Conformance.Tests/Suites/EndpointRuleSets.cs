using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Endpoint rules, compiled by the generator, on their own tests.</summary>
public sealed class EndpointRuleSets(ConformanceRun run) : Suite(run)
{
    [EndpointRules]
    public Task CompiledRulesGiveWhatTheirTestsExpect(string service) => RunAsync(
        $"endpoints/{service}",
        SuitesFolder.EndpointCases(service),
        (test, differences) => Check(SuitesFolder.EndpointRules(service), test.Json, differences));

    private static void Check(string ruleSet, JsonElement test, Differences differences)
    {
        CompiledRules rules;
        try
        {
            rules = CompiledRules.Of(ruleSet);
        }
        catch (InvalidDataException exception)
        {
            differences.Add("rules", exception.Message);
            return;
        }

        var given = test.TryGetProperty("params", out var parameters)
            ? parameters.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value, StringComparer.Ordinal)
            : new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var expected = test.GetProperty("expect");
        try
        {
            var endpoint = rules.Ask(given);
            if (expected.TryGetProperty("endpoint", out var wanted))
            {
                EndpointComparer.Compare(wanted, endpoint, differences);
            }
            else
            {
                differences.Expect("error", expected.GetProperty("error").GetString(), "none, but " + endpoint.Url.OriginalString);
            }
        }
        catch (EndpointException exception)
        {
            differences.Expect("error", expected.TryGetProperty("error", out var error) ? error.GetString() : null, exception.Message);
        }
    }
}
