using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalEndpoint.DataZone;
using LocalEndpoint.State;

namespace LocalEndpoint.Responses;

/// <summary>Data sources as DataZone returns them.</summary>
internal static class SourceResponses
{
    private const string Region = "eu-west-1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Returns the status of a data source: running if its last run has not ended, otherwise ready.</summary>
    public static DataSourceStatus GetStatus(RunSnapshot? last) => last is { HasEnded: false } ? DataSourceStatus.Running : DataSourceStatus.Ready;

    /// <summary>Returns the response of GetDataSource.</summary>
    public static GetDataSourceResponse ToResponse(DataSource source, RunSnapshot? last) => new()
    {
        Id = source.Id,
        ProjectId = Catalog.ProjectId,
        DomainId = Catalog.DomainId,
        EnvironmentId = source.EnvironmentId,
        Name = source.Name,
        Type = source.Type,
        Status = GetStatus(last),
        Description = source.Description,
        EnableSetting = GetSetting(source),
        Schedule = GetSchedule(source),
        LastRunStatus = last?.Status,
        LastRunAt = last?.Run.CreatedAt,
        LastRunAssetCount = last?.Added,
        LastRunErrorMessage = last?.Error,
        CreatedAt = source.CreatedAt,
        UpdatedAt = last?.UpdatedAt ?? source.CreatedAt,
        Configuration = GetConfiguration(source),
        Recommendation = new() { EnableBusinessNameGeneration = true },
        PublishOnImport = false,
        AssetFormsOutput =
        [
            new()
            {
                FormName = "Ownership",
                TypeName = "OwnershipForm",
                TypeRevision = "1",
                Content = $$"""{"team":"{{Catalog.ProjectId}}","source":"{{source.Id}}"}""",
            },
        ],
        SelfGrantStatus = GetSelfGrant(source),
    };

    /// <summary>Returns an item of ListDataSources.</summary>
    public static DataSourceSummary ToSummary(DataSource source, RunSnapshot? last) => new()
    {
        DataSourceId = source.Id,
        DomainId = Catalog.DomainId,
        EnvironmentId = source.EnvironmentId,
        Name = source.Name,
        Type = source.Type,
        Status = GetStatus(last),
        Description = source.Description,
        EnableSetting = GetSetting(source),
        Schedule = GetSchedule(source),
        LastRunStatus = last?.Status,
        LastRunAt = last?.Run.CreatedAt,
        LastRunAssetCount = last?.Added,
        LastRunErrorMessage = last?.Error,
        CreatedAt = source.CreatedAt,
        UpdatedAt = last?.UpdatedAt ?? source.CreatedAt,
    };

    /// <summary>Returns the configuration as JSON text, for the configuration snapshot of a run.</summary>
    public static string GetConfigurationText(DataSource source) => JsonSerializer.Serialize(GetConfiguration(source), Json);

    private static EnableSetting GetSetting(DataSource source) => source.IsScheduled ? EnableSetting.Enabled : EnableSetting.Disabled;

    private static ScheduleConfiguration? GetSchedule(DataSource source) =>
        source.IsScheduled ? new() { Timezone = Timezone.Utc, Schedule = "cron(0 2 * * ? *)" } : null;

    private static DataSourceConfigurationOutput GetConfiguration(DataSource source) => source.Type switch
    {
        SourceType.Glue => new DataSourceConfigurationOutput.GlueRunConfiguration(new()
        {
            AccountId = Catalog.AccountId,
            Region = Region,
            DataAccessRole = $"arn:aws:iam::{Catalog.AccountId}:role/datazone-glue-reader",
            RelationalFilterConfigurations = [GetFilter(source)],
            AutoImportDataQualityResult = true,
        }),
        SourceType.Redshift => new DataSourceConfigurationOutput.RedshiftRunConfiguration(new()
        {
            AccountId = Catalog.AccountId,
            Region = Region,
            DataAccessRole = $"arn:aws:iam::{Catalog.AccountId}:role/datazone-redshift-reader",
            RelationalFilterConfigurations = [GetFilter(source)],
            RedshiftStorage = new RedshiftStorage.RedshiftServerlessSource(new() { WorkgroupName = "analytics" }),
        }),
        _ => new DataSourceConfigurationOutput.SageMakerRunConfiguration(new()
        {
            AccountId = Catalog.AccountId,
            Region = Region,
            TrackingAssets = new Dictionary<string, IReadOnlyList<string>>
            {
                ["SageMakerModelPackageGroupAssetType"] =
                    [.. source.Plan.Activities.Select(static model => $"arn:aws:sagemaker:{Region}:{Catalog.AccountId}:model-package-group/{model.TechnicalName}")],
            },
        }),
    };

    private static RelationalFilterConfiguration GetFilter(DataSource source) => new()
    {
        DatabaseName = source.Database,
        FilterExpressions =
        [
            new() { Type = FilterExpressionType.Include, Expression = "*" },
            new() { Type = FilterExpressionType.Exclude, Expression = "tmp_*" },
        ],
    };

    private static SelfGrantStatusOutput? GetSelfGrant(DataSource source)
    {
        SelfGrantStatusDetail[] details = [new() { DatabaseName = source.Database, Status = SelfGrantStatus.Granted }];
        return source.Type switch
        {
            SourceType.Glue => new SelfGrantStatusOutput.GlueSelfGrantStatus(new() { SelfGrantStatusDetails = details }),
            SourceType.Redshift => new SelfGrantStatusOutput.RedshiftSelfGrantStatus(new() { SelfGrantStatusDetails = details }),
            _ => null,
        };
    }
}
