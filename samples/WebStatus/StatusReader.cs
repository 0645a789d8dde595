using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WebStatus.DataZone;

namespace WebStatus;

/// <summary>A data source and its latest runs, newest first.</summary>
internal sealed record SourceStatus(string Id, string Name, IReadOnlyList<RunStatus> Runs);

/// <summary>The status of a run.</summary>
internal sealed record RunStatus(string Id, string Status, DateTimeOffset? StartedAt, string? Error);

/// <summary>Reads the status of data sources from DataZone.</summary>
internal static class StatusReader
{
    private const int RunsShown = 3;

    /// <summary>Returns all data sources of a project. The requests for their runs are concurrent.</summary>
    public static async Task<IReadOnlyList<SourceStatus>> ReadAsync(IDataZoneClient client, DisplayedProject project, CancellationToken cancellationToken)
    {
        var sources = new List<Task<SourceStatus>>();
        var request = new ListDataSourcesRequest { DomainIdentifier = project.DomainId, ProjectIdentifier = project.ProjectId };
        await foreach (var source in client.ListDataSourcesItemsAsync(request, cancellationToken))
        {
            sources.Add(ReadAsync(client, project, source, cancellationToken));
        }

        return await Task.WhenAll(sources);
    }

    private static async Task<SourceStatus> ReadAsync(IDataZoneClient client, DisplayedProject project, DataSourceSummary source, CancellationToken cancellationToken)
    {
        var runs = await client.ListDataSourceRunsAsync(
            new() { DomainIdentifier = project.DomainId, DataSourceIdentifier = source.DataSourceId, MaxResults = RunsShown }, cancellationToken);
        return new(
            source.DataSourceId,
            source.Name,
            [.. runs.Items.Select(static run => new RunStatus(run.Id, run.Status.Value, run.StartedAt, run.ErrorMessage?.ErrorDetail))]);
    }
}
