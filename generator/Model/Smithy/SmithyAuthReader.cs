using System;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads how a service and its operations authenticate.</summary>
internal static class SmithyAuthReader
{
    private static readonly EquatableArray<AuthScheme> NoAuth = [AuthScheme.None];

    /// <summary>Returns the schemes of a service: those that it lists, or all whose traits it has.</summary>
    public static EquatableArray<AuthScheme> ReadService(JsonObject traits, ModelSource source)
    {
        var own = traits.Members.Select(static trait => trait.Name).Where(IsScheme).Distinct(StringComparer.Ordinal).OrderBy(static id => id, StringComparer.Ordinal);
        var schemes = AuthScheme.Read(traits, Trait.Auth, own.Select(AuthScheme.FromId).ToEquatableArray(), source);
        return schemes.Count == 0 ? NoAuth : schemes;
    }

    /// <summary>Returns the schemes of an operation; empty if it uses those of its service.</summary>
    public static EquatableArray<AuthScheme> ReadOperation(JsonObject traits, EquatableArray<AuthScheme> ofService, ModelSource source)
    {
        var isOptional = traits[Trait.OptionalAuth] is not null;
        if (traits[Trait.Auth] is null && !isOptional)
        {
            return [];
        }

        var schemes = AuthScheme.Read(traits, Trait.Auth, ofService, source);
        return schemes.Count == 0 ? NoAuth : isOptional ? schemes.Append(AuthScheme.None).Distinct().ToEquatableArray() : schemes;
    }

    private static bool IsScheme(string trait) =>
        trait.StartsWith("aws.auth#sigv4", StringComparison.Ordinal)
        || (trait.StartsWith("smithy.api#http", StringComparison.Ordinal) && trait.EndsWith("Auth", StringComparison.Ordinal))
        || trait == "aws.auth#cognitoUserPools";
}
