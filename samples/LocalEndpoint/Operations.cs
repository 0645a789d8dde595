using System;
using System.Linq;
using System.Text.Json;
using LocalEndpoint.Requests;
using LocalEndpoint.Responses;
using LocalEndpoint.State;

namespace LocalEndpoint;

/// <summary>The six operations. Each validates its input, reads or changes the state, and returns a response writer.</summary>
internal sealed class Operations(Catalog catalog, RunStore runs)
{
    private readonly Paginator _paginator = new();

    public Router CreateRouter() => new Router()
        .Add("GET", "/v2/domains/{domainIdentifier}/data-source-runs/{identifier}", GetDataSourceRun)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-source-runs/{identifier}/activities", ListDataSourceRunActivities)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-sources", ListDataSources)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-sources/{identifier}", GetDataSource)
        .Add("GET", "/v2/domains/{domainIdentifier}/data-sources/{dataSourceIdentifier}/runs", ListDataSourceRuns)
        .Add("POST", "/v2/domains/{domainIdentifier}/data-sources/{dataSourceIdentifier}/runs", StartDataSourceRun);

    private ResponseWriter GetDataSourceRun(ServiceCall call)
    {
        CheckDomain(call);
        var run = runs.Get(call.GetIdentifier("identifier"));
        return json => RunJson.WriteRun(json, run, withLineage: true);
    }

    private ResponseWriter StartDataSourceRun(ServiceCall call)
    {
        CheckDomain(call);
        var source = GetSource(call, "dataSourceIdentifier");
        var run = runs.Start(source, call.GetBodyString("clientToken"));
        return json => RunJson.WriteRun(json, run, withLineage: false);
    }

    private ResponseWriter ListDataSourceRuns(ServiceCall call)
    {
        CheckDomain(call);
        var source = GetSource(call, "dataSourceIdentifier");
        var status = call.GetQuery("status", RunStatus.All);
        RunSnapshot[] all = [.. runs.List(source).Where(run => status is null || run.Status == status)];
        var page = _paginator.GetPage($"runs/{source.Id}/{status}", all, run => -run.Run.Number, call.GetMaxResults(), call.GetNextToken());
        return json => WritePage(json, page, RunJson.WriteSummary);
    }

    private ResponseWriter ListDataSourceRunActivities(ServiceCall call)
    {
        CheckDomain(call);
        var run = runs.Get(call.GetIdentifier("identifier"));
        var status = call.GetQuery("status", Outcome.All);
        int[] all = [.. Enumerable.Range(0, run.CompletedActivities).Where(i => status is null || run.Run.Plan.Activities[i].Outcome == status)];
        var page = _paginator.GetPage($"activities/{run.Run.Id}/{status}", all, i => i, call.GetMaxResults(), call.GetNextToken());
        return json => WritePage(json, page, (writer, i) => RunJson.WriteActivity(writer, run, i));
    }

    private ResponseWriter GetDataSource(ServiceCall call)
    {
        CheckDomain(call);
        var source = GetSource(call, "identifier");
        var last = GetLastRun(source);
        return json => DataSourceJson.WriteSource(json, source, last);
    }

    private ResponseWriter ListDataSources(ServiceCall call)
    {
        CheckDomain(call);
        var project = call.GetQuery("projectIdentifier") ?? throw ServiceError.Invalid("projectIdentifier is missing.");
        if (project != Catalog.ProjectId)
        {
            throw ServiceError.NotFound($"There is no project {project}.");
        }

        string? environment = call.GetQuery("environmentIdentifier"), connection = call.GetQuery("connectionIdentifier");
        string? type = call.GetQuery("type", maxLength: 256), name = call.GetQuery("name", maxLength: 256), status = call.GetQuery("status", SourceStatus.All);
        (DataSource Source, RunSnapshot? Last, int Index)[] all =
        [
            .. catalog.Sources
                .Select((source, index) => (source, last: GetLastRun(source), index))
                .Where(entry => connection is null
                    && (environment is null || entry.source.EnvironmentId == environment)
                    && (type is null || entry.source.Type == type)
                    && (name is null || entry.source.Name == name)
                    && (status is null || DataSourceJson.GetStatus(entry.last) == status)),
        ];
        var list = string.Join('\n', "sources", environment, connection, type, name, status);
        var page = _paginator.GetPage(list, all, entry => entry.Index, call.GetMaxResults(), call.GetNextToken());
        return json => WritePage(json, page, (writer, entry) => DataSourceJson.WriteSummary(writer, entry.Source, entry.Last));
    }

    private static void CheckDomain(ServiceCall call)
    {
        var domain = call.GetDomain();
        if (domain != Catalog.DomainId)
        {
            throw ServiceError.NotFound($"There is no domain {domain}.");
        }
    }

    private DataSource GetSource(ServiceCall call, string label)
    {
        var id = call.GetIdentifier(label);
        return catalog.Find(id) ?? throw ServiceError.NotFound($"There is no data source {id}.");
    }

    private RunSnapshot? GetLastRun(DataSource source) => runs.List(source) is [var last, ..] ? last : null;

    private static void WritePage<T>(Utf8JsonWriter json, Page<T> page, Action<Utf8JsonWriter, T> writeItem)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in page.Items)
        {
            writeItem(json, item);
        }

        json.WriteEndArray();
        if (page.NextToken is not null)
        {
            json.WriteString("nextToken", page.NextToken);
        }

        json.WriteEndObject();
    }
}
