using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace DataSourceRuns.Output;

/// <summary>Writes a line when the status of a run changes, and at most every two seconds when its statistics change.</summary>
internal sealed class StatusLog(Action<string> writeLine) : IProgress<RunView>
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (RunView Run, long At)> _written = [];

    public void Report(RunView value)
    {
        lock (_gate)
        {
            if (_written.TryGetValue(value.Id, out var last)
                && last.Run.Status == value.Status
                && (last.Run.Statistics == value.Statistics || Stopwatch.GetElapsedTime(last.At) < MinInterval))
            {
                return;
            }

            _written[value.Id] = (value, Stopwatch.GetTimestamp());
            writeLine(Line(value));
        }
    }

    private static string Line(RunView run)
    {
        var counts = run.Statistics is { } statistics ? "  " + Format.Counts(statistics) : "";
        return $"{Format.Time(run.UpdatedAt)}  {run.DataSource}  {run.Id}  {run.Status.Value}{counts}";
    }
}
