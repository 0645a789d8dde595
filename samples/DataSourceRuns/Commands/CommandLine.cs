using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Threading;
using System.Threading.Tasks;

namespace DataSourceRuns.Commands;

/// <summary>The commands there are, and what becomes of their failures: one line on the error stream and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>The program as its own messages call it.</summary>
    public const string Name = "DataSourceRuns";

    public static async Task<int> RunAsync(string[] args, CancellationToken stop)
    {
        RootCommand root = Commands();
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors is [ParseError first, ..])
        {
            return Fail($"{first.Message} See {Name} --help.", ExitCode.NoAnswer);
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Fail("stopped", ExitCode.Interrupted);
        }
        catch (Exception exception) when (Failure.Explain(exception) is { } line)
        {
            return Fail(line, ExitCode.NoAnswer);
        }
    }

    /// <summary>Says one line on the error stream.</summary>
    public static int Fail(string line, int exitCode)
    {
        Console.Error.WriteLine($"{Name}: {line.ReplaceLineEndings(" ")}");
        return exitCode;
    }

    private static RootCommand Commands()
    {
        var root = new RootCommand("""
            Starts and watches runs of Amazon DataZone data sources.

            Without a command it shows itself: a DataZone in this process, three runs at once, and what came of them.
            Exit codes: 0 the run succeeded, wholly or in part; 1 it failed; 2 there is no answer; 130 stopped by Ctrl-C.
            """)
        {
            StartCommand.Create(),
            WatchCommand.Create(),
            GetCommand.Create(),
            ListCommand.Create(),
            ActivitiesCommand.Create(),
            SourcesCommand.Create(),
            SourceCommand.Create(),
            ServeCommand.Create(),
        };
        root.SetAction((_, stop) => Story.RunAsync(stop));
        return root;
    }
}
