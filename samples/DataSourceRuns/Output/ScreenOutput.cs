using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>For people: tables and a live view on a terminal; plain, unbroken lines when the output goes to a file or a pipe.</summary>
internal sealed class ScreenOutput : IRunOutput
{
    private const int PipeWidth = 240;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private readonly IAnsiConsole _console;

    public ScreenOutput()
    {
        _console = _isTerminal ? AnsiConsole.Console : AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        if (!_isTerminal) _console.Profile.Width = PipeWidth;
    }

    private Paper Paper => new(_console.Profile.Width, _isTerminal ? TableBorder.Horizontal : TableBorder.None);

    public Task WatchAsync(IReadOnlyList<RunView> runs, Func<IProgress<RunView>, Task> work) =>
        _isTerminal && _console.Profile.Capabilities.Ansi ? WatchLiveAsync(runs, work) : work(new ChangeLog(_console.WriteLine));

    public void ShowRun(RunView run) => WriteIndented(RunDetails.Of(run, drawn: _isTerminal));

    public void ShowRuns(IReadOnlyList<RunView> runs)
    {
        if (runs.Count == 0) _console.WriteLine("No runs.");
        else _console.Write(RunTable.History(runs, DateTimeOffset.UtcNow, Paper));
    }

    public void ShowActivities(IReadOnlyList<DataSourceRunActivity> activities)
    {
        if (activities.Count == 0) _console.WriteLine("No activities.");
        else _console.Write(ActivityTable.Of(activities, Paper));
    }

    public void ShowSources(IReadOnlyList<DataSourceSummary> sources)
    {
        if (sources.Count == 0) _console.WriteLine("No data sources.");
        else _console.Write(SourceTable.Of(sources, Paper));
    }

    public void ShowSource(GetDataSourceResponse source) => WriteIndented(SourceTable.Of(source));

    public void Hint(string text) => _console.Write(new Text(text + Environment.NewLine, Show.Faint));

    /// <summary>Begins a new part.</summary>
    public void Heading(string title, string detail)
    {
        _console.WriteLine();
        _console.Write(new Text(title, new(Color.Default, decoration: Decoration.Bold)));
        _console.Write(new Text($"  {detail}{Environment.NewLine}", Show.Faint));
    }

    /// <summary>Writes a grid as far from the edge as the text of tables is.</summary>
    private void WriteIndented(Grid grid) => _console.Write(new Padder(grid, new(_isTerminal ? 1 : 0, 0)));

    private async Task WatchLiveAsync(IReadOnlyList<RunView> runs, Func<IProgress<RunView>, Task> work)
    {
        var latest = new LatestRuns(runs);
        Table Draw() => RunTable.Moving(latest.InOrder(), DateTimeOffset.UtcNow, Paper);
        await _console.Live(Draw()).StartAsync(async live =>
        {
            Task working = work(latest);
            while (!working.IsCompleted)
            {
                live.UpdateTarget(Draw());
                await Task.WhenAny(working, Task.Delay(Refresh));
            }

            live.UpdateTarget(Draw());
            await working;
        });
    }

    /// <summary>Keeps what was last heard of each run.</summary>
    private sealed class LatestRuns(IReadOnlyList<RunView> runs) : IProgress<RunView>
    {
        private readonly ConcurrentDictionary<string, RunView> _byId = new(runs.Select(run => KeyValuePair.Create(run.Id, run)));

        public void Report(RunView value) => _byId[value.Id] = value;

        public RunView[] InOrder() => [.. runs.Select(run => _byId[run.Id])];
    }
}
