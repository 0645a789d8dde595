using DataSourceRuns.DataZone;

namespace DataSourceRuns.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The run asked about has failed.</summary>
    public const int RunFailed = 1;

    /// <summary>There is no answer: wrong arguments, no credentials, no connection, an error of the service, time was up.</summary>
    public const int NoAnswer = 2;

    /// <summary>Ctrl-C, by the custom of shells.</summary>
    public const int Interrupted = 130;

    /// <summary>A run that succeeded in part is a success; the output shows what is missing.</summary>
    public static int Of(DataSourceRunStatus status) => status == DataSourceRunStatus.Failed ? RunFailed : Success;
}
