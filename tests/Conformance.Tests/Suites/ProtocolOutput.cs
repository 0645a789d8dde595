using System;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a client makes of the responses in the tests of its protocol.</summary>
public sealed class ProtocolOutput(ConformanceRun run) : Suite(run)
{
    private const string Direction = "output";

    [ProtocolTests(Direction)]
    public Task ResponsesAreReadAsTheProtocolSays(string protocol)
    {
        var cases = SuitesFolder.ProtocolCases($"conformance/protocols/output/{protocol}.json");
        return RunAsync("protocols/output/" + protocol, cases, SuitesFolder.Protocol(protocol, cases), CheckAsync);
    }

    internal static async Task CheckAsync(GeneratedClient client, OperationPlan operation, ProtocolCase test, Differences differences)
    {
        // Events are in base64, as CBOR is.
        var format = operation.Response.Properties.Any(static p => p.Type is EventStreamType) ? BodyFormat.Cbor : test.Format;
        using var service = new ScriptedService(CannedResponse.From(test.Json.GetProperty("response"), format));
        using var connection = new Connection(client, service);
        var request = new MinimalInput(client).Of(operation);
        if (test.Json.TryGetProperty("errorCode", out var code))
        {
            var error = await Assert.ThrowsAnyAsync<AwsServiceException>(() => connection.CallAsync(operation, request));
            CompareError(client, test, code.GetString()!, error, differences);
        }
        else
        {
            var response = await connection.CallAsync(operation, request);
            using var stream = response as IDisposable;
            new ValueComparer(client.Plan, ValueNotation.Protocol, differences)
                .Structure(operation.Response.Properties, test.Json.GetProperty("result"), response, operation.Response.Name);
        }
    }

    internal static void CompareError(GeneratedClient client, ProtocolCase test, string code, AwsServiceException error, Differences differences)
    {
        differences.Expect("code", code, error.ErrorCode);
        var message = test.Json.TryGetProperty("errorMessage", out var text) ? text.GetString() : null;
        differences.Expect("message", message ?? "", error.ServiceMessage ?? "");
        if (Modeled(client.Plan, test, code) is not { } plan)
        {
            differences.Expect("exception", client.Plan.Context.Names.BaseException, error.GetType().Name);
            return;
        }

        differences.Expect("exception", plan.Name, error.GetType().Name);
        if (error.GetType().Name == plan.Name && test.Json.TryGetProperty("error", out var members))
        {
            new ValueComparer(client.Plan, ValueNotation.Protocol, differences)
                .Structure(plan.Properties, members, error, "error", "message", "Message");
        }
    }

    /// <summary>The error among those of the operation that has the code, or is a shape of that name.</summary>
    internal static ErrorPlan? Modeled(ClientPlan plan, ProtocolCase test, string code)
    {
        var given = test.Json.GetProperty("given");
        var errors = given.TryGetProperty("errors", out var all) ? all.EnumerateArray().Select(static e => e.GetProperty("shape").GetString()!) : [];
        return errors.Where(shape => shape == code || plan.Error(shape)?.Codes.Contains(code) == true).Select(plan.Error).FirstOrDefault();
    }
}
