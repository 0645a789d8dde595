using System;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads how a service and its operations authenticate: lists of scheme ids, best first.</summary>
internal static class SmithyAuthReader
{
    private static readonly EquatableArray<string> NoAuth = [Trait.NoAuth];

    /// <summary>The schemes of a service: those it lists, or all whose traits it has.</summary>
    public static EquatableArray<string> ReadService(JsonObject traits, ModelSource source)
    {
        var schemes = traits[Trait.Auth] is null
            ? traits.Members.Select(static trait => trait.Name).Where(IsScheme).Distinct(StringComparer.Ordinal).OrderBy(static id => id, StringComparer.Ordinal).ToEquatableArray()
            : source.Strings(traits, Trait.Auth);
        return schemes.Count == 0 ? NoAuth : schemes;
    }

    /// <summary>The schemes of an operation; empty when they are those of its service.</summary>
    public static EquatableArray<string> ReadOperation(JsonObject traits, JsonObject? serviceTraits, ModelSource source)
    {
        var isOptional = traits[Trait.OptionalAuth] is not null;
        if (traits[Trait.Auth] is not null)
        {
            var own = source.Strings(traits, Trait.Auth);
            return own.Count == 0 ? NoAuth : isOptional ? own.Append(Trait.NoAuth).ToEquatableArray() : own;
        }

        return !isOptional ? [] : serviceTraits is null ? NoAuth : ReadService(serviceTraits, source).Append(Trait.NoAuth).Distinct().ToEquatableArray();
    }

    private static bool IsScheme(string trait) =>
        trait.StartsWith("aws.auth#sigv4", StringComparison.Ordinal)
        || (trait.StartsWith("smithy.api#http", StringComparison.Ordinal) && trait.EndsWith("Auth", StringComparison.Ordinal))
        || trait == "aws.auth#cognitoUserPools";
}
