using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.STS;

namespace DataSourceRuns.Output;

/// <summary>Shows the results of commands.</summary>
internal interface IRunOutput
{
    /// <summary>Shows runs while <paramref name="work"/> reports their state.</summary>
    Task WatchAsync(IReadOnlyList<RunView> runs, Func<IProgress<RunView>, Task> work);

    /// <summary>Shows the details of a run.</summary>
    void ShowRun(RunView run);

    /// <summary>Shows a list of runs.</summary>
    void ShowRuns(IReadOnlyList<RunView> runs);

    /// <summary>Shows the activities of a run.</summary>
    void ShowActivities(IReadOnlyList<DataSourceRunActivity> activities);

    /// <summary>Shows a list of data sources.</summary>
    void ShowSources(IReadOnlyList<DataSourceSummary> sources);

    /// <summary>Shows the details of a data source.</summary>
    void ShowSource(GetDataSourceResponse source);

    /// <summary>Shows the identity of the caller.</summary>
    void ShowIdentity(GetCallerIdentityResponse identity);

    /// <summary>Shows a hint about a next step. JSON output ignores hints.</summary>
    void Hint(string text);
}
