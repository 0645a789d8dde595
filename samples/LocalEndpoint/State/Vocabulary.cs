namespace LocalEndpoint.State;

// The values DataZone uses on the wire. They stand here once more, apart from the generated client, so that neither side can cover for the other.

/// <summary>Where a run stands.</summary>
internal static class RunStatus
{
    public const string Requested = "REQUESTED";
    public const string Running = "RUNNING";
    public const string Failed = "FAILED";
    public const string PartiallySucceeded = "PARTIALLY_SUCCEEDED";
    public const string Success = "SUCCESS";

    public static readonly string[] All = [Requested, Running, Failed, PartiallySucceeded, Success];
}

/// <summary>What set a run off.</summary>
internal static class RunType
{
    public const string Prioritized = "PRIORITIZED";
    public const string Scheduled = "SCHEDULED";
}

/// <summary>What became of one table or resource.</summary>
internal static class Outcome
{
    public const string Failed = "FAILED";
    public const string PublishingFailed = "PUBLISHING_FAILED";
    public const string Created = "SUCCEEDED_CREATED";
    public const string Updated = "SUCCEEDED_UPDATED";
    public const string AlreadyImported = "SKIPPED_ALREADY_IMPORTED";
    public const string Archived = "SKIPPED_ARCHIVED";
    public const string NoAccess = "SKIPPED_NO_ACCESS";
    public const string Unchanged = "UNCHANGED";

    public static readonly string[] All = [Failed, PublishingFailed, Created, Updated, AlreadyImported, Archived, NoAccess, Unchanged];
}

/// <summary>Where a data source stands.</summary>
internal static class SourceStatus
{
    public const string Ready = "READY";
    public const string Running = "RUNNING";

    public static readonly string[] All =
        ["CREATING", "FAILED_CREATION", Ready, "UPDATING", "FAILED_UPDATE", Running, "DELETING", "FAILED_DELETION"];
}

/// <summary>What a data source imports from.</summary>
internal static class SourceType
{
    public const string Glue = "GLUE";
    public const string Redshift = "REDSHIFT";
    public const string SageMaker = "SAGEMAKER";
}
