using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>
/// The tests of endpoint rules once more, through a client, where they name an operation to call. Where requests go does not depend on the
/// protocol: the operations of a service whose protocol is not supported are generated as if it used restJson1.
/// </summary>
public sealed class EndpointCalls(ConformanceRun run) : Suite(run)
{
    private static readonly ConcurrentDictionary<string, Lazy<ServiceFiles>> AdaptedServices = new(StringComparer.Ordinal);

    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    [EndpointRules]
    public Task CallsGoWhereTheRulesSay(string service) =>
        RunAsync($"endpoints/{service}/calls", Calls(service), (call, differences) => CheckAsync(service, call, differences));

    private static IEnumerable<EndpointCall> Calls(string service) => SuitesFolder.EndpointCases(service).SelectMany(static test => Calls(test));

    private static IEnumerable<EndpointCall> Calls(EndpointCase test) => test.Json.TryGetProperty("operationInputs", out var inputs)
        ? inputs.EnumerateArray().Select((input, index) => new EndpointCall($"{test.Id} #{index}", input, test.Json.GetProperty("expect")))
        : [];

    private static Task CheckAsync(string service, EndpointCall call, Differences differences)
    {
        var files = SuitesFolder.FindService(service);
        var isSupported = files is null || GeneratedClient.Of(files).Plan.WhyNoClient is null;
        return CheckAsync(isSupported ? files : Adapted(service, files!.Model), call, CallAsync, differences);
    }

    /// <summary>The operations that the tests call, with the service's own rules, as a service that uses restJson1.</summary>
    private static ServiceFiles Adapted(string service, string model) => AdaptedServices.GetOrAdd(service, name => new Lazy<ServiceFiles>(() =>
    {
        var json = JsonNode.Parse(File.ReadAllText(model))!.AsObject();
        var metadata = json["metadata"]!.AsObject();
        metadata["protocol"] = "rest-json";
        metadata["protocols"] = new JsonArray("rest-json");
        metadata["signatureVersion"] = "v4";
        metadata["auth"] = new JsonArray("aws.auth#sigv4");
        var called = Calls(name).Select(static call => call.Operation).ToHashSet(StringComparer.Ordinal);
        var operations = json["operations"]!.AsObject();
        foreach (var other in operations.Select(static o => o.Key).Where(o => !called.Contains(o)).ToList())
        {
            operations.Remove(other);
        }

        return ServiceFiles.Inline(name + " as restJson1", json.ToJsonString(), SuitesFolder.EndpointRules(name));
    })).Value;

    private static async Task CallAsync(GeneratedClient client, OperationPlan operation, EndpointCall call, Differences differences)
    {
        if (client.Plan.WhyNoEndpointRules is { } problem)
        {
            differences.Add("rules", problem);
            return;
        }

        if (!call.BuiltIns.ContainsKey("AWS::Region"))
        {
            differences.Skip("the test is without a region, which a client looks for elsewhere then");
            return;
        }

        try
        {
            var request = client.CreateRequest(operation, call.Parameters, ValueNotation.Protocol);
            var sent = await Connection.CaptureAsync(client, operation, request, adjust: options => Set(client.Plan, options, call));
            CompareRequest(call, call.WithLabels(client.Plan.HostPrefix(operation.ModelName)), sent, differences);
        }
        catch (EndpointException exception) when (call.Error is null && call.AsksForUnknownScheme)
        {
            differences.Skip(exception.Message);
        }
        catch (EndpointException exception)
        {
            differences.Expect("error", call.Error, exception.Message);
        }
    }

    private static void Set(ClientPlan plan, AwsClientOptions options, EndpointCall call)
    {
        foreach (var (builtIn, value) in call.BuiltIns)
        {
            switch (builtIn)
            {
                case "AWS::Region":
                    options.Region = value.GetString();
                    break;
                case "AWS::UseFIPS":
                    options.UseFipsEndpoint = value.GetBoolean();
                    break;
                case "AWS::UseDualStack":
                    options.UseDualStackEndpoint = value.GetBoolean();
                    break;
                case "AWS::Auth::AccountId":
                    options.Credentials = new AwsCredentials("AKIDEXAMPLE", "secret") { AccountId = value.GetString() };
                    break;
                case "AWS::Auth::AccountIdEndpointMode":
                    options.AccountIdEndpointMode = Enum.Parse<AccountIdEndpointMode>(value.GetString()!, ignoreCase: true);
                    break;
                case "SDK::Endpoint":
                    options.Endpoint = new Uri(value.GetString()!);
                    break;
                default:
                    foreach (var parameter in plan.ParametersOf(builtIn))
                    {
                        Set(plan, options, parameter, value);
                    }

                    break;
            }
        }

        foreach (var (parameter, value) in call.ClientParameters)
        {
            Set(plan, options, parameter, value);
        }
    }

    private static void Set(ClientPlan plan, AwsClientOptions options, string parameter, JsonElement value)
    {
        if (plan.Setting(parameter) is { } setting)
        {
            options.GetType().GetProperty(setting.Name)!.SetValue(options, value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Array => value.EnumerateArray().Select(static item => item.GetString()!).ToArray(),
                _ => value.GetBoolean(),
            });
        }
    }

    private static void CompareRequest(EndpointCall call, string? hostPrefix, CapturedRequest sent, Differences differences)
    {
        if (call.Error is { } error)
        {
            differences.Expect("error", error, "none, but a request to " + sent.Url);
            return;
        }

        var url = call.Endpoint.GetProperty("url").GetString()!;
        var scheme = url[..(url.IndexOf("://", StringComparison.Ordinal) + 3)];
        var expected = scheme + hostPrefix + url[scheme.Length..].TrimEnd('/');
        if (!sent.Url.StartsWith(expected + "/", StringComparison.OrdinalIgnoreCase))
        {
            differences.Expect("url", expected, sent.Url);
        }

        if (call.Schemes.FirstOrDefault(IsSupported) is { ValueKind: JsonValueKind.Object } signed && sent.Header("Authorization") is { } authorization)
        {
            var scope = CredentialScope.Of(authorization);
            differences.Expect("signing name", Text(signed, "signingName") ?? scope.Service, scope.Service);
            differences.Expect("signing region", Text(signed, "signingRegion") ?? scope.Region, scope.Region);
            var regions = signed.TryGetProperty("signingRegionSet", out var set) ? string.Join(',', set.EnumerateArray()) : null;
            differences.Expect("signing regions", regions, sent.Header("x-amz-region-set"));
        }
    }

    private static bool IsSupported(JsonElement scheme) => scheme.GetProperty("name").GetString() is "sigv4" or "sigv4a";

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>One call of a test, with what the test expects.</summary>
    private sealed record EndpointCall(string Id, JsonElement Input, JsonElement Expected) : IOperationCase
    {
        public string Operation => Input.GetProperty("operationName").GetString()!;

        public JsonElement Parameters => Input.TryGetProperty("operationParams", out var parameters) ? parameters : Nothing;

        public Dictionary<string, JsonElement> BuiltIns => Members("builtInParams");

        public Dictionary<string, JsonElement> ClientParameters => Members("clientParams");

        public string? Error => Text(Expected, "error");

        public JsonElement Endpoint => Expected.GetProperty("endpoint");

        public IEnumerable<JsonElement> Schemes =>
            Endpoint.TryGetProperty("properties", out var properties) && properties.TryGetProperty("authSchemes", out var schemes) ? schemes.EnumerateArray() : [];

        public bool AsksForUnknownScheme => Schemes.Any() && !Schemes.Any(IsSupported);

        /// <summary>A host prefix with the members of the input that it names.</summary>
        public string? WithLabels(string? prefix) => prefix is null ? null : Parameters.EnumerateObject()
            .Where(static member => member.Value.ValueKind == JsonValueKind.String)
            .Aggregate(prefix, static (text, member) => text.Replace("{" + member.Name + "}", member.Value.GetString(), StringComparison.Ordinal));

        private Dictionary<string, JsonElement> Members(string name) => Input.TryGetProperty(name, out var members)
            ? members.EnumerateObject().ToDictionary(static m => m.Name, static m => m.Value, StringComparer.Ordinal)
            : [];
    }
}
