using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;

namespace DataSourceRuns.Commands;

/// <summary>Lists the runs of a data source.</summary>
internal static class ListCommand
{
    private static readonly Option<string?> Status = new("--status")
    {
        Description = "Only runs with this status: REQUESTED, RUNNING, SUCCESS, PARTIALLY_SUCCEEDED or FAILED.",
        HelpName = "status",
    };

    public static Command Create()
    {
        var command = new Command("list", "List the runs of a data source, newest first.").WithConnection().WithDataSource();
        command.Options.Add(Status);
        command.Options.Add(CommonOptions.Limit);
        command.SetAction((options, stop) => CommandContext.RunAsync(options, context => RunAsync(context, options.GetValue(Status), stop)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string? status, CancellationToken stop)
    {
        context.Output.ShowRuns(await ListRunsAsync(context.Client, context.Domain, context.GetDataSource(), status, context.GetLimit(), stop));
        return ExitCode.Success;
    }

    /// <summary>Returns the newest runs. Requests no more pages than necessary.</summary>
    public static async Task<List<RunView>> ListRunsAsync(
        DataZoneClient client, string domain, string source, string? status, int limit, CancellationToken cancellationToken)
    {
        var request = new ListDataSourceRunsRequest
        {
            DomainIdentifier = domain,
            DataSourceIdentifier = source,
            Status = status is null ? null : new DataSourceRunStatus(status.ToUpperInvariant()),
            MaxResults = int.Min(limit, CommonOptions.MaxPageSize),
        };
        var runs = new List<RunView>();
        await foreach (var run in client.ListDataSourceRunsItemsAsync(request, cancellationToken))
        {
            runs.Add(RunView.From(run));
            if (runs.Count == limit)
            {
                break;
            }
        }

        return runs;
    }
}
