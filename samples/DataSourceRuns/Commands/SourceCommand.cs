using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;

namespace DataSourceRuns.Commands;

/// <summary>Shows a data source: what it imports, and its schedule.</summary>
internal static class SourceCommand
{
    public static Command Create()
    {
        var command = new Command("source", "Show a data source: what it imports, and its schedule.").WithConnection().WithDataSource();
        command.SetAction((options, stop) => CommandContext.RunAsync(options, context => RunAsync(context, stop)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken stop)
    {
        context.Output.ShowSource(await context.Client.GetDataSourceAsync(context.Domain, context.GetDataSource(), stop));
        return ExitCode.Success;
    }
}
