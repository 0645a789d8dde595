using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DataZoneGen.Wire;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>A service's endpoint rules, generated and compiled beside a model that has one operation: rules need no more of a service.</summary>
internal sealed class CompiledRules
{
    private const string Model = """
        {
          "metadata": { "serviceId": "Ruled", "endpointPrefix": "ruled", "protocol": "rest-json", "apiVersion": "2026-01-02", "signatureVersion": "v4" },
          "operations": { "Ask": { "name": "Ask", "http": { "method": "GET", "requestUri": "/" } } },
          "shapes": {}
        }
        """;

    // Rules nest deeper than the serializer takes for sound.
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1_000 };

    private static readonly ConcurrentDictionary<string, Lazy<CompiledRules>> All = new(StringComparer.Ordinal);

    private readonly Dictionary<string, JsonElement> _parameters;
    private readonly Func<EndpointParameters, ResolvedEndpoint> _resolve;

    private CompiledRules(string ruleSet)
    {
        var client = GeneratedClient.Of(ServiceFiles.Inline("rules of " + Path.GetFileName(Path.GetDirectoryName(ruleSet)), Model, ruleSet));
        if (client.Plan.WhyNoEndpointRules is { } problem)
        {
            throw new InvalidDataException(problem);
        }

        var resolve = client.Type(client.Plan.Context.Names.Endpoints).GetMethod("Resolve")!.CreateDelegate<Resolve>();
        _resolve = parameters => resolve(in parameters);
        _parameters = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(ruleSet), Deep).GetProperty("parameters").EnumerateObject()
            .ToDictionary(static p => p.Name, static p => p.Value, StringComparer.Ordinal);
    }

    private delegate ResolvedEndpoint Resolve(in EndpointParameters parameters);

    /// <exception cref="InvalidDataException">The rules cannot be compiled; the message is the generator's diagnostic.</exception>
    public static CompiledRules Of(string ruleSet) => All.GetOrAdd(ruleSet, static path => new Lazy<CompiledRules>(() => new CompiledRules(path))).Value;

    /// <summary>What the rules say for settings that every client has, and for parameters of a call by their names in the rule set.</summary>
    public ResolvedEndpoint Ask(string? region, bool fips, bool dualStack, string? endpoint, IReadOnlyDictionary<string, JsonElement> ofCall)
    {
        var context = new EndpointContext();
        foreach (var (name, value) in ofCall.Where(entry => _parameters.ContainsKey(entry.Key) && SettingOf(entry.Key) is null))
        {
            Set(context, name, value);
        }

        return _resolve(new EndpointParameters(region, fips, dualStack, endpoint) { Call = context });
    }

    /// <summary>What the rules say for parameters by their names in the rule set; one that is not given takes its default.</summary>
    public ResolvedEndpoint Ask(IReadOnlyDictionary<string, JsonElement> given)
    {
        var context = new EndpointContext();
        foreach (var (name, value) in given.Where(entry => _parameters.ContainsKey(entry.Key) && SettingOf(entry.Key) is null))
        {
            Set(context, name, value);
        }

        return _resolve(new EndpointParameters(
            Text("AWS::Region"), IsSet("AWS::UseFIPS"), IsSet("AWS::UseDualStack"), Text("SDK::Endpoint"))
        { AccountId = Text("AWS::Auth::AccountId"), AccountIdEndpointMode = Text("AWS::Auth::AccountIdEndpointMode"), Call = context });

        string? Text(string builtIn) => Find(builtIn, given)?.GetString();

        bool IsSet(string builtIn) => Find(builtIn, given) is { ValueKind: JsonValueKind.True };
    }

    /// <summary>Sets a parameter of any type.</summary>
    public static void Set(EndpointContext context, string name, JsonElement value)
    {
        _ = value.ValueKind switch
        {
            JsonValueKind.String => context.Set(name, value.GetString()),
            JsonValueKind.True or JsonValueKind.False => context.Set(name, value.GetBoolean()),
            JsonValueKind.Array => context.Set(name, value.EnumerateArray().Select(static item => item.GetString()!)),
            JsonValueKind.Null => context,
            _ => throw new InvalidDataException("A parameter is a string, a boolean or an array of strings: " + name),
        };
    }

    private JsonElement? Find(string builtIn, IReadOnlyDictionary<string, JsonElement> given)
    {
        foreach (var (name, parameter) in _parameters.Where(entry => SettingOf(entry.Key) == builtIn))
        {
            if (given.TryGetValue(name, out var value) || parameter.TryGetProperty("default", out value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The built-in of a parameter, if it is one of those that every client has a setting for.</summary>
    private string? SettingOf(string parameter) =>
        _parameters[parameter].TryGetProperty("builtIn", out var builtIn)
        && builtIn.GetString() is "AWS::Region" or "AWS::UseFIPS" or "AWS::UseDualStack" or "AWS::Auth::AccountId" or "AWS::Auth::AccountIdEndpointMode" or "SDK::Endpoint"
            ? builtIn.GetString()
            : null;
}
