using System.Text.Json;
using LocalEndpoint.State;

namespace LocalEndpoint.Responses;

/// <summary>Writes runs and their activities as JSON.</summary>
internal static class RunJson
{
    /// <summary>Writes the response of GetDataSourceRun or, without lineage, of StartDataSourceRun.</summary>
    public static void WriteRun(Utf8JsonWriter json, RunSnapshot run, bool withLineage)
    {
        json.WriteStartObject();
        json.WriteString("domainId", Catalog.DomainId);
        WriteCommon(json, run, withLineage);
        json.WriteString("dataSourceConfigurationSnapshot", DataSourceJson.GetConfigurationText(run.Run.Source));
        json.WriteEndObject();
    }

    /// <summary>Writes an item of ListDataSourceRuns.</summary>
    public static void WriteSummary(Utf8JsonWriter json, RunSnapshot run)
    {
        json.WriteStartObject();
        WriteCommon(json, run, withLineage: true);
        json.WriteEndObject();
    }

    /// <summary>Writes an item of ListDataSourceRunActivities.</summary>
    public static void WriteActivity(Utf8JsonWriter json, RunSnapshot run, int index)
    {
        var activity = run.Run.Plan.Activities[index];
        var completed = run.Run.GetCompletionTime(index);
        json.WriteStartObject();
        json.WriteString("database", run.Run.Source.Database);
        json.WriteString("dataSourceRunId", run.Run.Id);
        json.WriteString("technicalName", activity.TechnicalName);
        json.WriteString("dataAssetStatus", activity.Outcome);
        json.WriteString("projectId", Catalog.ProjectId);
        if (activity.HasAsset)
        {
            json.WriteString("dataAssetId", $"{run.Run.Source.Id}-{activity.TechnicalName.Replace('_', '-')}");
        }

        json.WriteError("errorMessage", activity.Error);
        if (ImportsLineage(run) && activity.HasAsset)
        {
            json.WriteStartObject("lineageSummary");
            json.WriteString("eventId", $"{run.Run.Id}-{index}");
            json.WriteString("eventStatus", run.HasEnded ? "SUCCESS" : "PROCESSING");
            json.WriteEndObject();
        }

        json.WriteTime("createdAt", index == 0 ? run.Run.StartsAt : run.Run.GetCompletionTime(index - 1));
        json.WriteTime("updatedAt", completed);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, RunSnapshot run, bool withLineage)
    {
        json.WriteString("id", run.Run.Id);
        json.WriteString("dataSourceId", run.Run.Source.Id);
        json.WriteString("projectId", Catalog.ProjectId);
        json.WriteString("status", run.Status);
        json.WriteString("type", run.Run.Type);
        if (run.HasStarted)
        {
            WriteStatistics(json, run);
        }

        if (withLineage && run.HasStarted && ImportsLineage(run))
        {
            json.WriteStartObject("lineageSummary");
            json.WriteString("importStatus", run.HasEnded ? run.Status : "IN_PROGRESS");
            json.WriteEndObject();
        }

        json.WriteError("errorMessage", run.Error);
        json.WriteTime("createdAt", run.Run.CreatedAt);
        json.WriteTime("updatedAt", run.UpdatedAt);
        json.WriteTime("startedAt", run.HasStarted ? run.Run.StartsAt : null);
        json.WriteTime("stoppedAt", run.HasEnded ? run.Run.EndsAt : null);
    }

    private static void WriteStatistics(Utf8JsonWriter json, RunSnapshot run)
    {
        json.WriteStartObject("runStatisticsForAssets");
        json.WriteNumber("added", run.Added);
        json.WriteNumber("updated", run.Updated);
        json.WriteNumber("unchanged", run.Unchanged);
        json.WriteNumber("skipped", run.Skipped);
        json.WriteNumber("failed", run.Failed);
        json.WriteEndObject();
    }

    private static bool ImportsLineage(RunSnapshot run) => run.Run.Source.Type == SourceType.Glue;
}
