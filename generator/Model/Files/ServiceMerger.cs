using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model.C2j;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Model.Files;

/// <summary>
/// Merges the files of each service. Files are merged in the order of their paths, so that the result does not depend on the order of the
/// additional files.
/// </summary>
internal static class ServiceMerger
{
    /// <param name="files">All model files.</param>
    /// <param name="items">The AwsService items of the project.</param>
    /// <param name="rootNamespace">The root namespace of the project.</param>
    /// <param name="diagnostics">The list to which problems are added.</param>
    public static EquatableArray<ServiceModel> Merge(
        IEnumerable<ModelFile> files, EquatableArray<ServiceItem> items, string rootNamespace, List<DiagnosticInfo> diagnostics)
    {
        var ordered = files.OrderBy(static f => f.Path, StringComparer.Ordinal).ToList();
        diagnostics.AddRange(ordered.SelectMany(static f => f.Diagnostics));
        var owners = new FileOwners(ordered);
        var byService = new SortedDictionary<string, List<ModelFile>>(StringComparer.Ordinal);
        foreach (var file in ordered)
        {
            if (owners.ServiceOf(file) is { } service)
            {
                if (!byService.TryGetValue(service, out var group))
                {
                    byService.Add(service, group = []);
                }

                group.Add(file);
            }
            else if (file.Diagnostics.Count == 0)
            {
                diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NoService, file.SourceLocation));
            }
        }

        return byService.Values.Select(group => MergeService(group, diagnostics) with
        {
            Requests = Requests(group, items).ToEquatableArray(),
            RootNamespace = rootNamespace,
        }).ToEquatableArray();
    }

    private static ServiceModel MergeService(List<ModelFile> files, List<DiagnosticInfo> diagnostics)
    {
        var service = new ServiceModel(MergeMetadata(files))
        {
            Operations = Merge(DiagnosticDescriptors.ConflictingDefinition, "Operation", files.SelectMany(static f => f.Operations), diagnostics),
            Shapes = Merge(DiagnosticDescriptors.ConflictingShape, "Shape", files.SelectMany(static f => f.Shapes), diagnostics),
            Paginators = Merge(DiagnosticDescriptors.ConflictingDefinition, "The paginator of", files.SelectMany(static f => f.Paginators), diagnostics),
            Waiters = Merge(DiagnosticDescriptors.ConflictingDefinition, "Waiter", files.SelectMany(static f => f.Waiters), diagnostics),
            // Rules in a separate file take precedence over rules in the model.
            EndpointRules = files.OrderBy(static f => f.Metadata is not null).Select(static f => f.EndpointRules).OfType<EndpointRuleSet>().FirstOrDefault(),
            ClientContextParams = files.SelectMany(static f => f.ClientContextParams)
                .GroupBy(static p => p.Name, StringComparer.Ordinal).Select(static group => group.First()).ToEquatableArray(),
        };
        return ReferenceTraits.Resolve(
            files.Select(static f => f.Extras).OfType<ModelExtras>().Aggregate(service, (amended, extras) => ExtrasMerger.Amend(amended, extras, diagnostics)));
    }

    /// <summary>
    /// Merges the metadata of all files. Files with a protocol come first, because files that extend the service may have only the id.
    /// </summary>
    private static ServiceMetadata MergeMetadata(List<ModelFile> files) => files
        .Select(static f => f.Metadata)
        .OfType<ServiceMetadata>()
        .OrderBy(static m => m.Protocols.Count == 0)
        .Aggregate(static (known, more) => known with
        {
            Protocols = known.Protocols.Count > 0 ? known.Protocols : more.Protocols,
            TargetPrefix = known.TargetPrefix ?? more.TargetPrefix,
            IsQueryCompatible = known.IsQueryCompatible || more.IsQueryCompatible,
            ServiceFullName = known.ServiceFullName ?? more.ServiceFullName,
            SigningName = known.SigningName ?? more.SigningName,
            EndpointPrefix = known.EndpointPrefix ?? more.EndpointPrefix,
            ApiVersion = known.ApiVersion ?? more.ApiVersion,
            Auth = known.Auth.Count > 0 ? known.Auth : more.Auth,
            XmlNamespace = known.XmlNamespace ?? more.XmlNamespace,
            Uid = known.Uid ?? more.Uid,
            Deprecation = known.Deprecation ?? more.Deprecation,
            IsUnstable = known.IsUnstable || more.IsUnstable,
        });

    /// <summary>Returns the items of the project for the files, in project order, and then the requests in the metadata of other files.</summary>
    private static IEnumerable<ServiceRequest> Requests(List<ModelFile> files, EquatableArray<ServiceItem> items)
    {
        var byKey = files.ToLookup(static f => f.Item.Key, StringComparer.OrdinalIgnoreCase);
        var listed = items.Where(item => byKey.Contains(item.Key)).ToList();
        var keys = new HashSet<string>(listed.Select(static item => item.Key), StringComparer.OrdinalIgnoreCase);
        return listed.Select(item => new ServiceRequest(item, OperationsOf(byKey[item.Key])))
            .Concat(byKey.Where(group => !keys.Contains(group.Key)).SelectMany(static group => RequestsByMetadata([.. group])));
    }

    /// <summary>Files with the same key are one item. Any of them can have its options.</summary>
    private static IEnumerable<ServiceRequest> RequestsByMetadata(List<ModelFile> files)
    {
        var operations = files.Select(static f => f.Item.Operations).FirstOrDefault(static o => o is not null);
        var service = files.FirstOrDefault(static f => f.Metadata is not null) ?? files[0];
        return files
            .GroupBy(file => file.Item with { Operations = file.Item.Operations ?? operations })
            .Select(group => new ServiceRequest(
                group.Key with { Locations = ItemLocations.From(group.Contains(service) ? service.SourceLocation : group.First().SourceLocation) }, OperationsOf(files)));
    }

    private static EquatableArray<string> OperationsOf(IEnumerable<ModelFile> files) =>
        files.SelectMany(static f => f.OperationNames).ToEquatableArray();

    /// <summary>Merges definitions and sorts them by name, so that the order of the files does not matter.</summary>
    private static EquatableArray<T> Merge<T>(DiagnosticDescriptor conflict, string kind, IEnumerable<T> definitions, List<DiagnosticInfo> diagnostics)
        where T : class, IModelDefinition<T>, IEquatable<T> =>
        ModelDefinitions.Merge(definitions, conflict, kind, diagnostics.Add).OrderBy(static d => d.Name, StringComparer.Ordinal).ToEquatableArray();
}
