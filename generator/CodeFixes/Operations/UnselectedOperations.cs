using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Selection;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.CodeFixes.Operations;

/// <summary>Finds the operations of a project's models that are not selected and would add a missing name.</summary>
internal static class UnselectedOperations
{
    /// <summary>Returns the changes that would add the name.</summary>
    /// <param name="missing">The name.</param>
    /// <param name="project">The project that uses the name. The client can be in a project that it references.</param>
    /// <param name="cancellationToken">A token that cancels reading the models.</param>
    public static IEnumerable<ListChange> Find(MissingName missing, Project project, CancellationToken cancellationToken)
    {
        foreach (var candidate in Projects(missing, project, cancellationToken))
        {
            foreach (var service in ProjectModels.Read(candidate, cancellationToken))
            {
                if (missing.BelongsTo(ServiceOptions.From(service, []).Namespace, CSharpNames.Pascal(service.Metadata.ServiceId) + "Client")
                    && FindOperation(service, missing) is { } operation
                    && FindItem(service, operation) is { } item
                    && ListChange.Find(candidate, item, operation, cancellationToken) is { } change)
                {
                    yield return change;
                }
            }
        }
    }

    private static IEnumerable<Project> Projects(MissingName missing, Project project, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        if (missing.Assembly is { } assembly)
        {
            return solution.GetProject(assembly, cancellationToken) is { } owner ? [owner] : [];
        }

        return solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(project.Id)
            .Select(solution.GetProject)
            .OfType<Project>()
            .Prepend(project);
    }

    private static string? FindOperation(ServiceModel service, MissingName missing)
    {
        var operations = service.Requests.SelectMany(static request => request.Operations);
        if (!missing.IsMember)
        {
            return RemoveEnd(missing.Text, "Request") is { } request ? Find(request) : RemoveEnd(missing.Text, "Response") is { } response ? Find(response) : null;
        }

        return RemoveEnd(missing.Text, "Async") is { } method ? Find(method) ?? FindPaged() ?? FindWaited() : null;

        string? Find(string name) => operations.FirstOrDefault(operation => CSharpNames.Pascal(operation) == name);

        string? FindPaged() =>
            (RemoveEnd(method, "Pages") ?? RemoveEnd(method, "Items")) is { } name && Find(name) is { } paged && service.Paginators.Any(p => p.Operation == paged)
                ? paged
                : null;

        string? FindWaited() => service.Waiters.FirstOrDefault(waiter => "WaitUntil" + CSharpNames.Pascal(waiter.Name) == method)?.Operation;
    }

    /// <summary>
    /// Returns the item whose list can get the operation; null if an item selects it already, so that it is missing for another reason, or if an item
    /// excludes it by <c>-Name</c>: that is on purpose, and adding the name would not change it.
    /// </summary>
    private static ServiceItem? FindItem(ServiceModel service, string operation)
    {
        ServiceItem? found = null;
        foreach (var item in service.Requests.Where(request => request.Operations.Contains(operation)).Select(static request => request.Item))
        {
            if (item.Operations is not { } text)
            {
                if (item.Kind != ItemKind.Package)
                {
                    return null;
                }

                continue;
            }

            var list = OperationList.Parse(text);
            if (list.Selects(operation) || list.Patterns.Any(pattern => pattern.IsExclusion && pattern.Matches(operation)))
            {
                return null;
            }

            found ??= item;
        }

        return found;
    }

    private static string? RemoveEnd(string text, string end) =>
        text.Length > end.Length && text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : null;
}
