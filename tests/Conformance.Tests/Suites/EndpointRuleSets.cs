using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Endpoint rules, compiled by the generator, on their own tests.</summary>
[Collection(ConformanceRun.Collection)]
public sealed class EndpointRuleSets(ConformanceRun run)
{
    [EndpointTheory]
    [EndpointServices]
    public Task CompiledRulesGiveWhatTheirTestsExpect(string service) => run.CheckAsync(
        $"endpoints/{service}",
        SuitesFolder.EndpointCases(service),
        static test => test.Id,
        test => Task.FromResult(Check(SuitesFolder.EndpointRules(service), test.Json)));

    private static CaseOutcome Check(string ruleSet, JsonElement test)
    {
        CompiledRules rules;
        try
        {
            rules = CompiledRules.Of(ruleSet);
        }
        catch (InvalidDataException exception)
        {
            return new CaseOutcome(null, [exception.Message]);
        }

        var differences = new Differences();
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

        return CaseOutcome.From(differences);
    }
}
