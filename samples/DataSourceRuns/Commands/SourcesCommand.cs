using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;

namespace DataSourceRuns.Commands;

/// <summary>Lists the data sources of a project.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var command = new Command("sources", "List the data sources of a project.").WithConnection();
        command.Options.Add(CommonOptions.Project);
        command.Options.Add(CommonOptions.Limit);
        command.SetAction((options, stop) => CommandContext.RunAsync(options, context => RunAsync(context, stop)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken stop)
    {
        var limit = context.GetLimit();
        var request = new ListDataSourcesRequest
        {
            DomainIdentifier = context.Domain,
            ProjectIdentifier = context.GetProject(),
            MaxResults = int.Min(limit, CommonOptions.MaxPageSize),
        };
        var sources = new List<DataSourceSummary>();
        await foreach (var source in context.Client.ListDataSourcesItemsAsync(request, stop))
        {
            sources.Add(source);
            if (sources.Count == limit)
            {
                break;
            }
        }

        context.Output.ShowSources(sources);
        return ExitCode.Success;
    }
}
