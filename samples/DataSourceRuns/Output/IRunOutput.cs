using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;

namespace DataSourceRuns.Output;

/// <summary>Where the answer of a command goes.</summary>
internal interface IRunOutput
{
    /// <summary>Shows runs while <paramref name="work"/> reports how they stand.</summary>
    Task WatchAsync(IReadOnlyList<RunView> runs, Func<IProgress<RunView>, Task> work);

    /// <summary>Shows one run with all there is to say about it.</summary>
    void ShowRun(RunView run);

    /// <summary>Shows runs, one line each.</summary>
    void ShowRuns(IReadOnlyList<RunView> runs);

    /// <summary>Shows what a run did, one line for each table.</summary>
    void ShowActivities(IReadOnlyList<DataSourceRunActivity> activities);

    /// <summary>Shows data sources, one line each.</summary>
    void ShowSources(IReadOnlyList<DataSourceSummary> sources);

    /// <summary>Shows one data source with all there is to say about it.</summary>
    void ShowSource(GetDataSourceResponse source);

    /// <summary>Tells a person what to do next; a machine is not told.</summary>
    void Hint(string text);
}
