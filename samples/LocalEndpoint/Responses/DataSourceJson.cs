using System.IO;
using System.Text;
using System.Text.Json;
using LocalEndpoint.State;

namespace LocalEndpoint.Responses;

/// <summary>Writes data sources as JSON.</summary>
internal static class DataSourceJson
{
    private const string Region = "eu-west-1";

    /// <summary>Returns the status of a data source: running if its last run has not ended, otherwise ready.</summary>
    public static string GetStatus(RunSnapshot? last) => last is { HasEnded: false } ? SourceStatus.Running : SourceStatus.Ready;

    /// <summary>Writes the response of GetDataSource.</summary>
    public static void WriteSource(Utf8JsonWriter json, DataSource source, RunSnapshot? last)
    {
        json.WriteStartObject();
        json.WriteString("id", source.Id);
        json.WriteString("projectId", Catalog.ProjectId);
        WriteCommon(json, source, last);
        json.WritePropertyName("configuration");
        WriteConfiguration(json, source);
        json.WriteStartObject("recommendation");
        json.WriteBoolean("enableBusinessNameGeneration", true);
        json.WriteEndObject();
        json.WriteBoolean("publishOnImport", false);
        WriteForms(json, source);
        WriteSelfGrant(json, source);
        json.WriteEndObject();
    }

    /// <summary>Writes an item of ListDataSources.</summary>
    public static void WriteSummary(Utf8JsonWriter json, DataSource source, RunSnapshot? last)
    {
        json.WriteStartObject();
        json.WriteString("dataSourceId", source.Id);
        WriteCommon(json, source, last);
        json.WriteEndObject();
    }

    /// <summary>Returns the configuration as JSON text, for the configuration snapshot of a run.</summary>
    public static string GetConfigurationText(DataSource source)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteConfiguration(json, source);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteCommon(Utf8JsonWriter json, DataSource source, RunSnapshot? last)
    {
        json.WriteString("domainId", Catalog.DomainId);
        json.WriteString("environmentId", source.EnvironmentId);
        json.WriteString("name", source.Name);
        json.WriteString("type", source.Type);
        json.WriteString("status", GetStatus(last));
        json.WriteString("description", source.Description);
        json.WriteString("enableSetting", source.IsScheduled ? "ENABLED" : "DISABLED");
        if (source.IsScheduled)
        {
            json.WriteStartObject("schedule");
            json.WriteString("timezone", "UTC");
            json.WriteString("schedule", "cron(0 2 * * ? *)");
            json.WriteEndObject();
        }

        if (last is not null)
        {
            json.WriteString("lastRunStatus", last.Status);
            json.WriteTime("lastRunAt", last.Run.CreatedAt);
            json.WriteNumber("lastRunAssetCount", last.Added);
            json.WriteError("lastRunErrorMessage", last.Error);
        }

        json.WriteTime("createdAt", source.CreatedAt);
        json.WriteTime("updatedAt", last?.UpdatedAt ?? source.CreatedAt);
    }

    private static void WriteConfiguration(Utf8JsonWriter json, DataSource source)
    {
        json.WriteStartObject();
        switch (source.Type)
        {
            case SourceType.Glue:
                json.WriteStartObject("glueRunConfiguration");
                WriteRelational(json, source, "datazone-glue-reader");
                json.WriteBoolean("autoImportDataQualityResult", true);
                json.WriteEndObject();
                break;
            case SourceType.Redshift:
                json.WriteStartObject("redshiftRunConfiguration");
                WriteRelational(json, source, "datazone-redshift-reader");
                json.WriteStartObject("redshiftStorage");
                json.WriteStartObject("redshiftServerlessSource");
                json.WriteString("workgroupName", "analytics");
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            default:
                json.WriteStartObject("sageMakerRunConfiguration");
                json.WriteString("accountId", Catalog.AccountId);
                json.WriteString("region", Region);
                json.WriteStartObject("trackingAssets");
                json.WriteStartArray("SageMakerModelPackageGroupAssetType");
                foreach (var model in source.Plan.Activities)
                {
                    json.WriteStringValue($"arn:aws:sagemaker:{Region}:{Catalog.AccountId}:model-package-group/{model.TechnicalName}");
                }

                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndObject();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteRelational(Utf8JsonWriter json, DataSource source, string role)
    {
        json.WriteString("accountId", Catalog.AccountId);
        json.WriteString("region", Region);
        json.WriteString("dataAccessRole", $"arn:aws:iam::{Catalog.AccountId}:role/{role}");
        json.WriteStartArray("relationalFilterConfigurations");
        json.WriteStartObject();
        json.WriteString("databaseName", source.Database);
        json.WriteStartArray("filterExpressions");
        WriteFilter(json, "INCLUDE", "*");
        WriteFilter(json, "EXCLUDE", "tmp_*");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteFilter(Utf8JsonWriter json, string type, string expression)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("expression", expression);
        json.WriteEndObject();
    }

    private static void WriteForms(Utf8JsonWriter json, DataSource source)
    {
        json.WriteStartArray("assetFormsOutput");
        json.WriteStartObject();
        json.WriteString("formName", "Ownership");
        json.WriteString("typeName", "OwnershipForm");
        json.WriteString("typeRevision", "1");
        json.WriteString("content", $$"""{"team":"{{Catalog.ProjectId}}","source":"{{source.Id}}"}""");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSelfGrant(Utf8JsonWriter json, DataSource source)
    {
        if (source.Type == SourceType.SageMaker)
        {
            return;
        }

        json.WriteStartObject("selfGrantStatus");
        json.WriteStartObject(source.Type == SourceType.Glue ? "glueSelfGrantStatus" : "redshiftSelfGrantStatus");
        json.WriteStartArray("selfGrantStatusDetails");
        json.WriteStartObject();
        json.WriteString("databaseName", source.Database);
        json.WriteString("status", "GRANTED");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
