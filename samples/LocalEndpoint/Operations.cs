using System;
using System.Collections.Generic;
using System.Linq;
using LocalEndpoint.DataZone;
using LocalEndpoint.Responses;
using LocalEndpoint.State;

namespace LocalEndpoint;

/// <summary>The six operations of DataZone. Each reads or changes the state and returns a response. The fake has validated the input.</summary>
internal sealed class Operations(Catalog catalog, RunStore runs)
{
    private const int MaxPageSize = 50;

    private readonly Paginator _paginator = new();

    /// <summary>Makes a fake respond with these operations.</summary>
    public void AddTo(DataZoneFake fake)
    {
        fake.OnGetDataSourceRun(GetDataSourceRun);
        fake.OnStartDataSourceRun(StartDataSourceRun);
        fake.OnListDataSourceRuns(ListDataSourceRuns);
        fake.OnListDataSourceRunActivities(ListDataSourceRunActivities);
        fake.OnGetDataSource(GetDataSource);
        fake.OnListDataSources(ListDataSources);
    }

    private GetDataSourceRunResponse GetDataSourceRun(GetDataSourceRunRequest request)
    {
        CheckDomain(request.DomainIdentifier);
        return RunResponses.ToResponse(runs.Get(request.Identifier));
    }

    private StartDataSourceRunResponse StartDataSourceRun(StartDataSourceRunRequest request)
    {
        CheckDomain(request.DomainIdentifier);
        return RunResponses.ToStartResponse(runs.Start(GetSource(request.DataSourceIdentifier), request.ClientToken));
    }

    private ListDataSourceRunsResponse ListDataSourceRuns(ListDataSourceRunsRequest request)
    {
        CheckDomain(request.DomainIdentifier);
        var source = GetSource(request.DataSourceIdentifier);
        RunSnapshot[] all = [.. runs.List(source).Where(run => request.Status is not { } status || run.Status == status)];
        var page = GetPage($"runs/{source.Id}/{request.Status}", all, static run => -run.Run.Number, request.MaxResults, request.NextToken);
        return new() { Items = [.. page.Items.Select(RunResponses.ToSummary)], NextToken = page.NextToken };
    }

    private ListDataSourceRunActivitiesResponse ListDataSourceRunActivities(ListDataSourceRunActivitiesRequest request)
    {
        CheckDomain(request.DomainIdentifier);
        var run = runs.Get(request.Identifier);
        int[] all =
        [
            .. Enumerable.Range(0, run.CompletedActivities)
                .Where(index => request.Status is not { } status || run.Run.Plan.Activities[index].Outcome == status),
        ];
        var page = GetPage($"activities/{run.Run.Id}/{request.Status}", all, static index => index, request.MaxResults, request.NextToken);
        return new() { Items = [.. page.Items.Select(index => RunResponses.ToActivity(run, index))], NextToken = page.NextToken };
    }

    private GetDataSourceResponse GetDataSource(GetDataSourceRequest request)
    {
        CheckDomain(request.DomainIdentifier);
        var source = GetSource(request.Identifier);
        return SourceResponses.ToResponse(source, GetLastRun(source));
    }

    private ListDataSourcesResponse ListDataSources(ListDataSourcesRequest request)
    {
        CheckDomain(request.DomainIdentifier);
        if (request.ProjectIdentifier != Catalog.ProjectId)
        {
            throw new ResourceNotFoundException($"There is no project {request.ProjectIdentifier}.");
        }

        (DataSource Source, RunSnapshot? Last, int Index)[] all =
        [
            .. catalog.Sources
                .Select((source, index) => (source, last: GetLastRun(source), index))
                .Where(entry => request.ConnectionIdentifier is null
                    && (request.EnvironmentIdentifier is not { } environment || entry.source.EnvironmentId == environment)
                    && (request.Type is not { } type || entry.source.Type == type)
                    && (request.Name is not { } name || entry.source.Name == name)
                    && (request.Status is not { } status || SourceResponses.GetStatus(entry.last) == status)),
        ];
        var list = string.Join('\n', "sources", request.EnvironmentIdentifier, request.ConnectionIdentifier, request.Type, request.Name, request.Status);
        var page = GetPage(list, all, static entry => entry.Index, request.MaxResults, request.NextToken);
        return new() { Items = [.. page.Items.Select(static entry => SourceResponses.ToSummary(entry.Source, entry.Last))], NextToken = page.NextToken };
    }

    private static void CheckDomain(string domain)
    {
        if (domain != Catalog.DomainId)
        {
            throw new ResourceNotFoundException($"There is no domain {domain}.");
        }
    }

    private DataSource GetSource(string id) => catalog.Find(id) ?? throw new ResourceNotFoundException($"There is no data source {id}.");

    private RunSnapshot? GetLastRun(DataSource source) => runs.List(source) is [var last, ..] ? last : null;

    private Page<T> GetPage<T>(string list, IReadOnlyList<T> items, Func<T, long> position, int? maxResults, string? nextToken) =>
        _paginator.GetPage(list, items, position, maxResults ?? MaxPageSize, nextToken);
}
