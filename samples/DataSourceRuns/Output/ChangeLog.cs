using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace DataSourceRuns.Output;

/// <summary>Writes a line when the status of a run changes, and one now and then while its numbers grow.</summary>
internal sealed class ChangeLog(Action<string> writeLine) : IProgress<RunView>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (RunView Run, long At)> _written = [];

    public void Report(RunView value)
    {
        lock (_gate)
        {
            if (_written.TryGetValue(value.Id, out var last)
                && last.Run.Status == value.Status
                && (last.Run.Statistics == value.Statistics || Stopwatch.GetElapsedTime(last.At) < Pause))
            {
                return;
            }

            _written[value.Id] = (value, Stopwatch.GetTimestamp());
            writeLine(Line(value));
        }
    }

    private static string Line(RunView run)
    {
        string counts = run.Statistics is { } some ? "  " + Show.Counts(some) : "";
        return $"{Show.Time(run.UpdatedAt)}  {run.DataSource}  {run.Id}  {run.Status.Value}{counts}";
    }
}
