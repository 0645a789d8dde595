using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Threading;
using System.Threading.Tasks;

namespace DataSourceRuns.Commands;

/// <summary>Defines and runs the commands. A failed command writes one line to the error stream and returns an exit code.</summary>
internal static class CommandLine
{
    /// <summary>The name of the program in messages.</summary>
    public const string Name = "DataSourceRuns";

    public static async Task<int> RunAsync(string[] args, CancellationToken stop)
    {
        var root = CreateCommands();
        var parsed = root.Parse(args);
        if (parsed.Errors is [ParseError first, ..])
        {
            return Fail($"{first.Message} See {Name} --help.", ExitCode.Error);
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
            return Fail(line, ExitCode.Error);
        }
    }

    /// <summary>Writes one line to the error stream and returns the exit code.</summary>
    public static int Fail(string line, int exitCode)
    {
        Console.Error.WriteLine($"{Name}: {line.ReplaceLineEndings(" ")}");
        return exitCode;
    }

    private static RootCommand CreateCommands()
    {
        var root = new RootCommand("""
            Starts and watches runs of Amazon DataZone data sources.

            Without a command it runs a demo: a local DataZone endpoint in this process, three runs at once, and their results.
            Exit codes: 0 the run succeeded or partially succeeded; 1 the run failed; 2 error; 130 stopped by Ctrl-C.
            """)
        {
            StartCommand.Create(),
            WatchCommand.Create(),
            GetCommand.Create(),
            ListCommand.Create(),
            ActivitiesCommand.Create(),
            SourcesCommand.Create(),
            SourceCommand.Create(),
            WhoAmICommand.Create(),
            PolicyCommand.Create(),
            ServeCommand.Create(),
        };
        root.SetAction((_, stop) => Demo.RunAsync(stop));
        return root;
    }
}
