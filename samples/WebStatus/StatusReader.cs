using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WebStatus.DataZone;

namespace WebStatus;

/// <summary>How a data source stands: its latest runs, the newest first.</summary>
internal sealed record SourceStatus(string Id, string Name, IReadOnlyList<RunStatus> Runs);

/// <summary>How a run stands or ended.</summary>
internal sealed record RunStatus(string Id, string Status, DateTimeOffset? StartedAt, string? Error);

/// <summary>Asks DataZone.</summary>
internal static class StatusReader
{
    private const int RunsShown = 3;

    /// <summary>All data sources of a place, asked about at the same time.</summary>
    public static async Task<IReadOnlyList<SourceStatus>> ReadAsync(IDataZoneClient client, Place place, CancellationToken cancellationToken)
    {
        var sources = new List<Task<SourceStatus>>();
        var request = new ListDataSourcesRequest { DomainIdentifier = place.Domain, ProjectIdentifier = place.Project };
        await foreach (var source in client.ListDataSourcesItemsAsync(request, cancellationToken))
        {
            sources.Add(ReadAsync(client, place, source, cancellationToken));
        }

        return await Task.WhenAll(sources);
    }

    private static async Task<SourceStatus> ReadAsync(IDataZoneClient client, Place place, DataSourceSummary source, CancellationToken cancellationToken)
    {
        var runs = await client.ListDataSourceRunsAsync(
            new() { DomainIdentifier = place.Domain, DataSourceIdentifier = source.DataSourceId, MaxResults = RunsShown }, cancellationToken);
        return new(
            source.DataSourceId,
            source.Name,
            [.. runs.Items.Select(static run => new RunStatus(run.Id, run.Status.Value, run.StartedAt, run.ErrorMessage?.ErrorDetail))]);
    }
}
