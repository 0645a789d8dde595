using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;

namespace DataSourceRuns.Commands;

/// <summary>Lists the activities of a run: one for each table or resource.</summary>
internal static class ActivitiesCommand
{
    private static readonly Option<string?> Status = new("--status")
    {
        Description = "Only activities with this outcome, such as FAILED or SUCCEEDED_CREATED.",
        HelpName = "status",
    };

    public static Command Create()
    {
        var command = new Command("activities", "List the activities of a run: one for each table or resource.").WithConnection().WithRun();
        command.Options.Add(Status);
        command.Options.Add(CommonOptions.Limit);
        command.SetAction((options, stop) => CommandContext.RunAsync(options, context => RunAsync(context, options.GetValue(Status), stop)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string? status, CancellationToken stop)
    {
        var run = await context.GetRunAsync(stop);
        context.Output.ShowActivities(await ListActivitiesAsync(context.Client, context.Domain, run, status, context.GetLimit(), stop));
        return ExitCode.Success;
    }

    /// <summary>Returns the first activities. Requests no more pages than necessary.</summary>
    public static async Task<List<DataSourceRunActivity>> ListActivitiesAsync(
        DataZoneClient client, string domain, string run, string? status, int limit, CancellationToken cancellationToken)
    {
        var request = new ListDataSourceRunActivitiesRequest
        {
            DomainIdentifier = domain,
            Identifier = run,
            Status = status is null ? null : new DataAssetActivityStatus(status.ToUpperInvariant()),
            MaxResults = int.Min(limit, CommonOptions.MaxPageSize),
        };
        var activities = new List<DataSourceRunActivity>();
        await foreach (var activity in client.ListDataSourceRunActivitiesItemsAsync(request, cancellationToken))
        {
            activities.Add(activity);
            if (activities.Count == limit)
            {
                break;
            }
        }

        return activities;
    }
}
