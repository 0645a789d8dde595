using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using LocalEndpoint;
using LocalEndpoint.Signatures;
using LocalEndpoint.State;

namespace DataSourceRuns.Commands;

/// <summary>Keeps a local DataZone up for other clients.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port =
        CommonOptions.WholeNumber("--port", "The port on 127.0.0.1; 0 takes a free one.", "number", 0, min: 0, max: 65_535, "-p");

    private static readonly Option<int> Pace =
        CommonOptions.WholeNumber("--pace", "How long a run takes.", "milliseconds", 5_000, min: 1, max: 86_400_000);

    public static Command Create()
    {
        var command = new Command("serve", "Keep a local DataZone up, for this program and for any AWS SDK.") { Port, Pace };
        command.SetAction((options, stop) => RunAsync(options.GetValue(Port), options.GetValue(Pace), stop));
        return command;
    }

    private static async Task<int> RunAsync(int port, int pace, CancellationToken stop)
    {
        await using LocalDataZone dataZone = await LocalDataZone.StartAsync(new() { Port = port, RunDuration = TimeSpan.FromMilliseconds(pace) }, stop);
        WriteEnvironment(dataZone);
        await Console.Error.WriteLineAsync($"{CommandLine.Name}: DataZone is up at {dataZone.Endpoint}; Ctrl-C stops it.");
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            // This is how it is meant to end.
        }

        return ExitCode.Success;
    }

    private static void WriteEnvironment(LocalDataZone dataZone)
    {
        LocalCredentials credentials = dataZone.Options.Credentials[0];
        Console.Out.WriteLine($"""
            export AWS_ACCESS_KEY_ID={credentials.AccessKeyId}
            export AWS_SECRET_ACCESS_KEY={credentials.SecretAccessKey}
            export AWS_REGION={dataZone.Options.Region}
            export AWS_DEFAULT_REGION={dataZone.Options.Region}
            export AWS_ENDPOINT_URL_DATAZONE={dataZone.Endpoint.GetLeftPart(UriPartial.Authority)}
            export DATAZONE_DOMAIN={Catalog.DomainId}
            export DATAZONE_PROJECT={Catalog.ProjectId}
            export DATAZONE_DATA_SOURCE={Catalog.Succeeds}
            """);
    }
}
