using System;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>The role of a structure in operations. A nested structure has no HTTP bindings.</summary>
[Flags]
internal enum SmithyRole
{
    Nested = 0,
    Input = 1,
    Output = 2,
}

/// <summary>The location of a member and its name there.</summary>
internal readonly record struct SmithyBinding(MemberLocation Location, string? Name)
{
    /// <summary>Reads the binding of a member of a structure with the role. Bindings that do not apply to the role are ignored.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="traits">The traits of the member.</param>
    /// <param name="role">The role of the structure.</param>
    /// <param name="bodyName">The trait with the name of a member in a body.</param>
    /// <param name="source">The model file.</param>
    public static SmithyBinding Read(string member, JsonObject traits, SmithyRole role, string bodyName, ModelSource source)
    {
        var isInput = (role & SmithyRole.Input) != 0;
        var isOutput = (role & SmithyRole.Output) != 0;
        if (isInput && traits[Trait.HttpLabel] is not null)
        {
            return new SmithyBinding(MemberLocation.Uri, member);
        }

        if (isInput && source.String(traits, Trait.HttpQuery) is { } parameter)
        {
            return new SmithyBinding(MemberLocation.Query, parameter);
        }

        if (isInput && traits[Trait.HttpQueryParams] is not null)
        {
            return new SmithyBinding(MemberLocation.Query, null);
        }

        if (isOutput && traits[Trait.HttpResponseCode] is not null)
        {
            return new SmithyBinding(MemberLocation.StatusCode, null);
        }

        if (role != SmithyRole.Nested && source.String(traits, Trait.HttpHeader) is { } header)
        {
            return new SmithyBinding(MemberLocation.Header, header);
        }

        return role != SmithyRole.Nested && source.String(traits, Trait.HttpPrefixHeaders) is { } prefix
            ? new SmithyBinding(MemberLocation.PrefixHeaders, prefix)
            : new SmithyBinding(MemberLocation.Body, source.String(traits, bodyName));
    }
}
