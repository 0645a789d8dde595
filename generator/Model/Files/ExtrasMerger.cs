using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.C2j;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Model.Files;

/// <summary>
/// Applies the extras of a service: the object <c>merge</c> is deeply merged into the model. Readers accept an existing definition and
/// override what the JSON contains, so merging uses the same readers.
/// </summary>
internal static class ExtrasMerger
{
    /// <summary>Applies the extras to the service. Problems are added to <paramref name="diagnostics"/>.</summary>
    public static ServiceModel Amend(ServiceModel service, ModelExtras extras, List<DiagnosticInfo> diagnostics)
    {
        var source = new ModelSource(extras.Path, SourceText.From(extras.Text));
        var merge = (JsonObject)((JsonObject)JsonParser.Parse(extras.Text))["merge"]!;
        var amended = service with
        {
            Metadata = AmendMetadata(service.Metadata, merge, source),
            // Items select operations of model files, so extras cannot add operations.
            Operations = Amend(service.Operations, static o => o.Name, ServiceReader.ReadOperation, source.Objects(merge, "operations"), source, sign: null),
            Shapes = Amend(service.Shapes, static s => s.Name, ShapeReader.Read, source.Objects(merge, "shapes"), source, sign: "type"),
            Paginators = Amend(service.Paginators, static p => p.Operation, PaginatorReader.Read, source.Objects(merge, "pagination"), source, sign: "input_token"),
            Waiters = Amend(service.Waiters, static w => w.Name, WaiterReader.Read, source.Objects(merge, "waiters"), source, sign: "acceptors"),
        };
        diagnostics.AddRange(source.Diagnostics);
        return amended;
    }

    private static ServiceMetadata AmendMetadata(ServiceMetadata metadata, JsonObject merge, ModelSource source)
    {
        var amended = source.Object(merge, "metadata") is { } value ? ServiceReader.ReadMetadata(metadata, value, source) ?? metadata : metadata;
        return amended with { Deprecation = ShapeReader.ReadDeprecation(amended.Deprecation, merge, source) };
    }

    /// <summary>
    /// Returns the definitions with the entries applied. An entry without an existing definition is a new definition if it has the required
    /// field; otherwise, it belongs to a part of the model that is not here, and is ignored.
    /// </summary>
    private static EquatableArray<T> Amend<T>(
        EquatableArray<T> definitions,
        Func<T, string> name,
        Func<T?, JsonMember, JsonObject, ModelSource, T?> read,
        IEnumerable<(JsonMember Member, JsonObject Value)> entries,
        ModelSource source,
        string? sign)
        where T : class, IEquatable<T>
    {
        var amended = new SortedDictionary<string, T>(definitions.ToDictionary(name, StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (member, value) in entries)
        {
            amended.TryGetValue(member.Name, out var existing);
            if ((existing is not null || (sign is not null && value[sign] is not null)) && read(existing, member, value, source) is { } definition)
            {
                amended[member.Name] = definition;
            }
        }

        return amended.Values.ToEquatableArray();
    }
}
