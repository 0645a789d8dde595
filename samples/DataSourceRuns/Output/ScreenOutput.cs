using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.STS;
using Spectre.Console;

namespace DataSourceRuns.Output;

/// <summary>Output for people: tables and a live view on a terminal; plain lines without wrapping in a file or a pipe.</summary>
internal sealed class ScreenOutput : IRunOutput
{
    private const int PipeWidth = 240;
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(100);

    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private readonly IAnsiConsole _console;

    public ScreenOutput()
    {
        _console = _isTerminal ? AnsiConsole.Console : AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        if (!_isTerminal)
        {
            _console.Profile.Width = PipeWidth;
        }
    }

    private TableLayout Layout => new(_console.Profile.Width, _isTerminal ? TableBorder.Horizontal : TableBorder.None);

    public Task WatchAsync(IReadOnlyList<RunView> runs, Func<IProgress<RunView>, Task> work) =>
        _isTerminal && _console.Profile.Capabilities.Ansi ? WatchLiveAsync(runs, work) : work(new StatusLog(_console.WriteLine));

    public void ShowRun(RunView run) => WriteIndented(RunDetails.Create(run, drawBar: _isTerminal));

    public void ShowRuns(IReadOnlyList<RunView> runs)
    {
        if (runs.Count == 0)
        {
            _console.WriteLine("No runs.");
        }
        else
        {
            _console.Write(RunTable.CreateHistory(runs, DateTimeOffset.UtcNow, Layout));
        }
    }

    public void ShowActivities(IReadOnlyList<DataSourceRunActivity> activities)
    {
        if (activities.Count == 0)
        {
            _console.WriteLine("No activities.");
        }
        else
        {
            _console.Write(ActivityTable.Create(activities, Layout));
        }
    }

    public void ShowSources(IReadOnlyList<DataSourceSummary> sources)
    {
        if (sources.Count == 0)
        {
            _console.WriteLine("No data sources.");
        }
        else
        {
            _console.Write(SourceTable.Create(sources, Layout));
        }
    }

    public void ShowSource(GetDataSourceResponse source) => WriteIndented(SourceTable.Create(source));

    public void ShowIdentity(GetCallerIdentityResponse identity)
    {
        var grid = Format.Grid();
        grid.AddRow(Format.Muted("Account"), new Text(identity.Account ?? ""));
        grid.AddRow(Format.Muted("ARN"), new Text(identity.Arn ?? ""));
        grid.AddRow(Format.Muted("User id"), new Text(identity.UserId ?? ""));
        WriteIndented(grid);
    }

    public void Hint(string text) => _console.Write(new Text(text + Environment.NewLine, Format.MutedStyle));

    /// <summary>Writes the heading of a section.</summary>
    public void Heading(string title, string detail)
    {
        _console.WriteLine();
        _console.Write(new Text(title, new(Color.Default, decoration: Decoration.Bold)));
        _console.Write(new Text($"  {detail}{Environment.NewLine}", Format.MutedStyle));
    }

    /// <summary>Writes a grid with the same indentation as the text in tables.</summary>
    private void WriteIndented(Grid grid) => _console.Write(new Padder(grid, new(_isTerminal ? 1 : 0, 0)));

    private async Task WatchLiveAsync(IReadOnlyList<RunView> runs, Func<IProgress<RunView>, Task> work)
    {
        var latest = new LatestRuns(runs);
        Table Draw() => RunTable.CreateLive(latest.InOrder(), DateTimeOffset.UtcNow, Layout);
        await _console.Live(Draw()).StartAsync(async live =>
        {
            var working = work(latest);
            while (!working.IsCompleted)
            {
                live.UpdateTarget(Draw());
                await Task.WhenAny(working, Task.Delay(RefreshInterval));
            }

            live.UpdateTarget(Draw());
            await working;
        });
    }

    /// <summary>Keeps the latest state of each run.</summary>
    private sealed class LatestRuns(IReadOnlyList<RunView> runs) : IProgress<RunView>
    {
        private readonly ConcurrentDictionary<string, RunView> _byId = new(runs.Select(run => KeyValuePair.Create(run.Id, run)));

        public void Report(RunView value) => _byId[value.Id] = value;

        public RunView[] InOrder() => [.. runs.Select(run => _byId[run.Id])];
    }
}
