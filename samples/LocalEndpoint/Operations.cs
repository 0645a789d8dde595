using System;
using System.Linq;
using System.Text.Json;
using LocalEndpoint.Answers;
using LocalEndpoint.Requests;
using LocalEndpoint.State;

namespace LocalEndpoint;

/// <summary>The six operations: each checks its input, asks the state, and writes the answer.</summary>
internal sealed class Operations(Catalog catalog, RunLedger runs)
{
    private readonly Pages _pages = new();

    public Router Route() => new Router()
        .Add("GET", "/v2/domains/{domainIdentifier}/data-source-runs/{identifier}", GetDataSourceRun)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-source-runs/{identifier}/activities", ListDataSourceRunActivities)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-sources", ListDataSources)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-sources/{identifier}", GetDataSource)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-sources/{dataSourceIdentifier}/runs", ListDataSourceRuns)
        .Add("POST", "/v2/domains/{domainIdentifier}/data-sources/{dataSourceIdentifier}/runs", StartDataSourceRun);

    private Answer GetDataSourceRun(ServiceCall call)
    {
        CheckDomain(call);
        RunSnapshot run = runs.Find(call.Identifier("identifier"));
        return json => RunJson.WriteRun(json, run, withLineage: true);
    }

    private Answer StartDataSourceRun(ServiceCall call)
    {
        CheckDomain(call);
        DataSource source = Source(call, "dataSourceIdentifier");
        RunSnapshot run = runs.Start(source, call.BodyText("clientToken"));
        return json => RunJson.WriteRun(json, run, withLineage: false);
    }

    private Answer ListDataSourceRuns(ServiceCall call)
    {
        CheckDomain(call);
        DataSource source = Source(call, "dataSourceIdentifier");
        string? status = call.Query("status", RunStatus.All);
        RunSnapshot[] all = [.. runs.Of(source).Where(run => status is null || run.Status == status)];
        Page<RunSnapshot> page = _pages.Cut($"runs/{source.Id}/{status}", all, run => -run.Run.Number, call.MaxResults(), call.NextToken());
        return json => WritePage(json, page, RunJson.WriteSummary);
    }

    private Answer ListDataSourceRunActivities(ServiceCall call)
    {
        CheckDomain(call);
        RunSnapshot run = runs.Find(call.Identifier("identifier"));
        string? status = call.Query("status", Outcome.All);
        int[] all = [.. Enumerable.Range(0, run.ActivitiesDone).Where(i => status is null || run.Run.Plan.Activities[i].Outcome == status)];
        Page<int> page = _pages.Cut($"activities/{run.Run.Id}/{status}", all, i => i, call.MaxResults(), call.NextToken());
        return json => WritePage(json, page, (writer, i) => RunJson.WriteActivity(writer, run, i));
    }

    private Answer GetDataSource(ServiceCall call)
    {
        CheckDomain(call);
        DataSource source = Source(call, "identifier");
        RunSnapshot? last = LastRun(source);
        return json => DataSourceJson.WriteSource(json, source, last);
    }

    private Answer ListDataSources(ServiceCall call)
    {
        CheckDomain(call);
        string project = call.Query("projectIdentifier") ?? throw ServiceError.Invalid("projectIdentifier is missing.");
        if (project != Catalog.ProjectId) throw ServiceError.NotFound($"There is no project {project}.");

        string? environment = call.Query("environmentIdentifier"), connection = call.Query("connectionIdentifier");
        string? type = call.Query("type", longest: 256), name = call.Query("name", longest: 256), status = call.Query("status", SourceStatus.All);
        (DataSource Source, RunSnapshot? Last, int Index)[] all =
        [
            .. catalog.Sources
                .Select((source, index) => (source, last: LastRun(source), index))
                .Where(entry => connection is null
                    && (environment is null || entry.source.EnvironmentId == environment)
                    && (type is null || entry.source.Type == type)
                    && (name is null || entry.source.Name == name)
                    && (status is null || DataSourceJson.Status(entry.last) == status)),
        ];
        string list = string.Join('\n', "sources", environment, connection, type, name, status);
        var page = _pages.Cut(list, all, entry => entry.Index, call.MaxResults(), call.NextToken());
        return json => WritePage(json, page, (writer, entry) => DataSourceJson.WriteSummary(writer, entry.Source, entry.Last));
    }

    private static void CheckDomain(ServiceCall call)
    {
        string domain = call.Domain();
        if (domain != Catalog.DomainId) throw ServiceError.NotFound($"There is no domain {domain}.");
    }

    private DataSource Source(ServiceCall call, string label)
    {
        string id = call.Identifier(label);
        return catalog.Find(id) ?? throw ServiceError.NotFound($"There is no data source {id}.");
    }

    private RunSnapshot? LastRun(DataSource source) => runs.Of(source) is [var last, ..] ? last : null;

    private static void WritePage<T>(Utf8JsonWriter json, Page<T> page, Action<Utf8JsonWriter, T> writeItem)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (T item in page.Items) writeItem(json, item);
        json.WriteEndArray();
        if (page.NextToken is not null) json.WriteString("nextToken", page.NextToken);
        json.WriteEndObject();
    }
}
