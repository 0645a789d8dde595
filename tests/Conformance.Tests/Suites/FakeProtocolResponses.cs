using System;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Testing.Core;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a client makes of the responses of a fake, for the results in the tests of its protocol.</summary>
public sealed class FakeProtocolResponses(ConformanceRun run) : Suite(run)
{
    private const string Direction = "output";

    [ProtocolTests(Direction)]
    public Task ResponsesAreWrittenSoThatTheClientReadsTheSameValues(string protocol)
    {
        var cases = SuitesFolder.ProtocolCases($"conformance/protocols/output/{protocol}.json");
        return RunAsync("fakes/responses/" + protocol, cases, SuitesFolder.Protocol(protocol, cases) is { } files ? files with { HasFake = true } : null, CheckAsync);
    }

    internal static async Task CheckAsync(GeneratedClient client, OperationPlan operation, ProtocolCase test, Differences differences)
    {
        var request = new MinimalInput(client).Of(operation);
        if (test.Json.TryGetProperty("errorCode", out var code))
        {
            using var service = new ScriptedService(client.Fake.WriteError(CreateError(client, test, code.GetString()!)).ToMessage);
            using var connection = new Connection(client, service);
            var error = await Assert.ThrowsAnyAsync<AwsServiceException>(() => connection.CallAsync(operation, request));
            ProtocolOutput.CompareError(client, test, code.GetString()!, error, differences);
        }
        else if (test.Json.GetProperty("result").GetRawText().Contains(ValueComparer.UnknownVariant, StringComparison.Ordinal))
        {
            differences.Skip("A fake has no unknown variants of unions.");
        }
        else
        {
            using var service = new ScriptedService(Write(client, operation, test).ToMessage);
            using var connection = new Connection(client, service);
            var response = await connection.CallAsync(operation, request);
            using var stream = response as IDisposable;
            new ValueComparer(client.Plan, ValueNotation.Protocol, differences)
                .Structure(operation.Response.Properties, test.Json.GetProperty("result"), response, operation.Response.Name);
        }
    }

    private static FakeResponse Write(GeneratedClient client, OperationPlan operation, ProtocolCase test)
    {
        var output = new ValueBuilder(client.Plan, ValueNotation.Protocol)
            .Structure(operation.Response.Properties, client.Type(operation.Response.Name), test.Json.GetProperty("result"));
        return client.Fake.Write(test.Operation, output);
    }

    private static AwsServiceException CreateError(GeneratedClient client, ProtocolCase test, string code)
    {
        var message = test.Json.TryGetProperty("errorMessage", out var text) ? text.GetString() : null;
        if (ProtocolOutput.Modeled(client.Plan, test, code) is not { } plan)
        {
            return new AwsServiceException(message) { ErrorCode = code, StatusCode = (HttpStatusCode)CannedResponse.From(test.Json.GetProperty("response"), test.Format).Status };
        }

        var error = (AwsServiceException)Activator.CreateInstance(client.Type(plan.Name), message)!;
        if (test.Json.TryGetProperty("error", out var members))
        {
            var modeled = members.EnumerateObject().Where(member => plan.Properties.Any(property => property.Member == member.Name));
            new ValueBuilder(client.Plan, ValueNotation.Protocol)
                .Fill(error, plan.Properties, JsonSerializer.SerializeToElement(modeled.ToDictionary(static member => member.Name, static member => member.Value)));
        }

        return error;
    }
}
