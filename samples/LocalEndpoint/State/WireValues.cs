namespace LocalEndpoint.State;

// The enumeration values of DataZone on the wire. They are independent of the generated client, so that an error there is not repeated here.

/// <summary>The status of a run.</summary>
internal static class RunStatus
{
    public const string Requested = "REQUESTED";
    public const string Running = "RUNNING";
    public const string Failed = "FAILED";
    public const string PartiallySucceeded = "PARTIALLY_SUCCEEDED";
    public const string Success = "SUCCESS";

    public static readonly string[] All = [Requested, Running, Failed, PartiallySucceeded, Success];
}

/// <summary>The type of a run.</summary>
internal static class RunType
{
    public const string Prioritized = "PRIORITIZED";
    public const string Scheduled = "SCHEDULED";
}

/// <summary>The result of an activity.</summary>
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

/// <summary>The status of a data source.</summary>
internal static class SourceStatus
{
    public const string Ready = "READY";
    public const string Running = "RUNNING";

    public static readonly string[] All =
        ["CREATING", "FAILED_CREATION", Ready, "UPDATING", "FAILED_UPDATE", Running, "DELETING", "FAILED_DELETION"];
}

/// <summary>The type of a data source.</summary>
internal static class SourceType
{
    public const string Glue = "GLUE";
    public const string Redshift = "REDSHIFT";
    public const string SageMaker = "SAGEMAKER";
}
