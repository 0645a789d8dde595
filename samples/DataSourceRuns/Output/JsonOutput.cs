using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.STS;

namespace DataSourceRuns.Output;

/// <summary>Output for programs: one JSON document for each command, with the member names of DataZone.</summary>
internal sealed class JsonOutput : IRunOutput
{
    private static readonly JsonWriterOptions WriterOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task WatchAsync(IReadOnlyList<RunView> runs, Func<IProgress<RunView>, Task> work) => work(new NoProgress());

    public void ShowRun(RunView run) => Write(json => WriteRun(json, run));

    public void ShowRuns(IReadOnlyList<RunView> runs) => Write(json => WriteItems(json, runs, WriteRun));

    public void ShowActivities(IReadOnlyList<DataSourceRunActivity> activities) => Write(json => WriteItems(json, activities, WriteActivity));

    public void ShowSources(IReadOnlyList<DataSourceSummary> sources) => Write(json => WriteItems(json, sources, WriteSource));

    public void ShowSource(GetDataSourceResponse source) => Write(json => WriteSource(json, source));

    public void ShowIdentity(GetCallerIdentityResponse identity) => Write(json =>
    {
        json.WriteStartObject();
        WriteText(json, "UserId", identity.UserId);
        WriteText(json, "Account", identity.Account);
        WriteText(json, "Arn", identity.Arn);
        json.WriteEndObject();
    });

    public void Hint(string text)
    {
        // The output contains only JSON.
    }

    private static void Write(Action<Utf8JsonWriter> document)
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            document(json);
        }

        stream.Write("\n"u8);
    }

    private static void WriteItems<T>(Utf8JsonWriter json, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, RunView run)
    {
        json.WriteStartObject();
        json.WriteString("id", run.Id);
        WriteText(json, "domainId", run.Domain);
        json.WriteString("dataSourceId", run.DataSource);
        json.WriteString("projectId", run.Project);
        json.WriteString("status", run.Status.Value);
        json.WriteString("type", run.Type.Value);
        if (run.Statistics is { } count)
        {
            json.WriteStartObject("runStatisticsForAssets");
            WriteCount(json, "added", count.Added);
            WriteCount(json, "updated", count.Updated);
            WriteCount(json, "unchanged", count.Unchanged);
            WriteCount(json, "skipped", count.Skipped);
            WriteCount(json, "failed", count.Failed);
            json.WriteEndObject();
        }

        if (run.Lineage?.ImportStatus is { } lineage)
        {
            json.WriteStartObject("lineageSummary");
            json.WriteString("importStatus", lineage.Value);
            json.WriteEndObject();
        }

        WriteError(json, "errorMessage", run.Error);
        WriteTime(json, "createdAt", run.CreatedAt);
        WriteTime(json, "updatedAt", run.UpdatedAt);
        WriteTime(json, "startedAt", run.StartedAt);
        WriteTime(json, "stoppedAt", run.StoppedAt);
        json.WriteEndObject();
    }

    private static void WriteActivity(Utf8JsonWriter json, DataSourceRunActivity activity)
    {
        json.WriteStartObject();
        json.WriteString("dataSourceRunId", activity.DataSourceRunId);
        json.WriteString("projectId", activity.ProjectId);
        json.WriteString("database", activity.Database);
        json.WriteString("technicalName", activity.TechnicalName);
        WriteText(json, "technicalDescription", activity.TechnicalDescription);
        json.WriteString("dataAssetStatus", activity.DataAssetStatus.Value);
        WriteText(json, "dataAssetId", activity.DataAssetId);
        WriteError(json, "errorMessage", activity.ErrorMessage);
        if (activity.LineageSummary is { } lineage)
        {
            json.WriteStartObject("lineageSummary");
            WriteText(json, "eventId", lineage.EventId);
            WriteText(json, "eventStatus", lineage.EventStatus?.Value);
            WriteText(json, "errorMessage", lineage.ErrorMessage);
            json.WriteEndObject();
        }

        WriteTime(json, "createdAt", activity.CreatedAt);
        WriteTime(json, "updatedAt", activity.UpdatedAt);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, DataSourceSummary source)
    {
        json.WriteStartObject();
        json.WriteString("dataSourceId", source.DataSourceId);
        json.WriteString("domainId", source.DomainId);
        json.WriteString("name", source.Name);
        WriteText(json, "description", source.Description);
        json.WriteString("type", source.Type);
        json.WriteString("status", source.Status.Value);
        WriteSchedule(json, source.EnableSetting, source.Schedule);
        WriteLastRun(json, source.LastRunStatus, source.LastRunAt, source.LastRunErrorMessage);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, GetDataSourceResponse source)
    {
        json.WriteStartObject();
        json.WriteString("id", source.Id);
        json.WriteString("domainId", source.DomainId);
        json.WriteString("projectId", source.ProjectId);
        WriteText(json, "environmentId", source.EnvironmentId);
        json.WriteString("name", source.Name);
        WriteText(json, "description", source.Description);
        WriteText(json, "type", source.Type);
        WriteText(json, "status", source.Status?.Value);
        WriteError(json, "errorMessage", source.ErrorMessage);
        WriteSchedule(json, source.EnableSetting, source.Schedule);
        WriteLastRun(json, source.LastRunStatus, source.LastRunAt, source.LastRunErrorMessage);
        json.WriteEndObject();
    }

    private static void WriteSchedule(Utf8JsonWriter json, EnableSetting? setting, ScheduleConfiguration? schedule)
    {
        WriteText(json, "enableSetting", setting?.Value);
        if (schedule is null)
        {
            return;
        }

        json.WriteStartObject("schedule");
        WriteText(json, "timezone", schedule.Timezone?.Value);
        WriteText(json, "schedule", schedule.Schedule);
        json.WriteEndObject();
    }

    private static void WriteLastRun(Utf8JsonWriter json, DataSourceRunStatus? status, DateTimeOffset? time, DataSourceErrorMessage? error)
    {
        WriteText(json, "lastRunStatus", status?.Value);
        WriteTime(json, "lastRunAt", time);
        WriteError(json, "lastRunErrorMessage", error);
    }

    private static void WriteError(Utf8JsonWriter json, string name, DataSourceErrorMessage? error)
    {
        if (error is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("errorType", error.ErrorType.Value);
        WriteText(json, "errorDetail", error.ErrorDetail);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } count)
        {
            json.WriteNumber(name, count);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }
    }

    private sealed class NoProgress : IProgress<RunView>
    {
        public void Report(RunView value)
        {
            // Only the final state is written.
        }
    }
}
