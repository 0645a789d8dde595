using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Endpoints;

/// <summary>Reads context parameters of clients, operations and members. C2J and Smithy use the same format, under different names.</summary>
internal static class ContextParamReader
{
    public static EquatableArray<ClientContextParam> ReadClient(JsonObject owner, string field, ModelSource source) => source.Objects(owner, field)
        .Select(entry => new ClientContextParam(entry.Member.Name, EndpointRuleReader.ReadType(entry.Value, source), source.String(entry.Value, "documentation")))
        .ToEquatableArray();

    /// <summary>Reads the constant values of an operation.</summary>
    public static EquatableArray<RuleField> ReadStatic(JsonObject owner, string field, ModelSource source) => source.Objects(owner, field)
        .Select(entry => new RuleField(entry.Member.Name, ReadRequired(entry.Value, "value", source) is { } value ? RuleValueReader.ReadLiteral(value, source) : new TextExpression("")))
        .ToEquatableArray();

    /// <summary>Reads the paths that read values from an operation's input.</summary>
    public static EquatableArray<ContextPath> ReadPaths(JsonObject owner, string field, ModelSource source) => source.Objects(owner, field)
        .Select(entry => new ContextPath(entry.Member.Name, ReadRequired(entry.Value, "path", source) is null ? "" : source.String(entry.Value, "path") ?? ""))
        .ToEquatableArray();

    /// <summary>Reads the name of the parameter that a member sets; null for most members.</summary>
    public static string? ReadMember(JsonObject member, string field, ModelSource source) =>
        source.Object(member, field) is { } param && ReadRequired(param, "name", source) is not null ? source.String(param, "name") : null;

    private static JsonNode? ReadRequired(JsonObject owner, string field, ModelSource source)
    {
        if (owner[field] is { } node and not JsonNull)
        {
            return node;
        }

        source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(owner), field, "a value", "missing");
        return null;
    }
}
