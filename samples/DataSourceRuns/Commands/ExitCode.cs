using DataSourceRuns.DataZone;

namespace DataSourceRuns.Commands;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The run has failed.</summary>
    public const int RunFailed = 1;

    /// <summary>The state of the run is unknown: invalid arguments, no credentials, no connection, an error of the service, or a timeout.</summary>
    public const int Error = 2;

    /// <summary>Stopped by Ctrl-C: 128 plus the number of SIGINT, as in shells.</summary>
    public const int Interrupted = 130;

    /// <summary>Returns the exit code for a status. A run that partially succeeded is a success; the output shows what is missing.</summary>
    public static int From(DataSourceRunStatus status) => status == DataSourceRunStatus.Failed ? RunFailed : Success;
}
