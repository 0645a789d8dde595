using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using LocalEndpoint;
using LocalEndpoint.State;

namespace DataSourceRuns.Commands;

/// <summary>Runs a local DataZone endpoint for other clients.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port =
        CommonOptions.CreateInteger("--port", "The port on 127.0.0.1; 0 selects a free port.", "number", 0, min: 0, max: 65_535, "-p");

    private static readonly Option<int> RunDuration =
        CommonOptions.CreateInteger("--run-duration", "The duration of a run.", "milliseconds", 5_000, min: 1, max: 86_400_000);

    public static Command Create()
    {
        var command = new Command("serve", "Run a local DataZone endpoint for this program and for any AWS SDK.") { Port, RunDuration };
        command.SetAction((options, stop) => RunAsync(options.GetValue(Port), options.GetValue(RunDuration), stop));
        return command;
    }

    private static async Task<int> RunAsync(int port, int runMilliseconds, CancellationToken stop)
    {
        await using var dataZone = await LocalDataZone.StartAsync(new() { Port = port, RunDuration = TimeSpan.FromMilliseconds(runMilliseconds) }, stop);
        WriteEnvironment(dataZone);
        await Console.Error.WriteLineAsync($"{CommandLine.Name}: The DataZone endpoint is {dataZone.Endpoint}. Press Ctrl-C to stop.");
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the normal way to stop the server.
        }

        return ExitCode.Success;
    }

    private static void WriteEnvironment(LocalDataZone dataZone)
    {
        var credentials = dataZone.Options.Credentials[0];
        Console.Out.WriteLine($"""
            export AWS_ACCESS_KEY_ID={credentials.AccessKeyId}
            export AWS_SECRET_ACCESS_KEY={credentials.SecretAccessKey}
            export AWS_REGION={dataZone.Options.Region}
            export AWS_DEFAULT_REGION={dataZone.Options.Region}
            export AWS_ENDPOINT_URL_DATAZONE={dataZone.Endpoint.GetLeftPart(UriPartial.Authority)}
            export AWS_ENDPOINT_URL_STS={dataZone.Endpoint.GetLeftPart(UriPartial.Authority)}
            export DATAZONE_DOMAIN={Catalog.DomainId}
            export DATAZONE_PROJECT={Catalog.ProjectId}
            export DATAZONE_DATA_SOURCE={Catalog.SucceedingSource}
            """);
    }
}
