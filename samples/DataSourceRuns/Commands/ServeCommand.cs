using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.LocalEndpoint;
using DataSourceRuns.LocalEndpoint.Signatures;
using DataSourceRuns.LocalEndpoint.State;

namespace DataSourceRuns.Commands;

/// <summary>Keeps a local DataZone up for other clients.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port", "-p")
    {
        Description = "The port on 127.0.0.1; 0 takes a free one.",
        HelpName = "number",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<double> Pace = new("--pace")
    {
        Description = "How long a run takes.",
        HelpName = "seconds",
        DefaultValueFactory = _ => 5,
    };

    public static Command Create()
    {
        var command = new Command("serve", "Keep a local DataZone up, for this program and for any AWS SDK.") { Port, Pace };
        command.SetAction((options, stop) => RunAsync(options.GetValue(Port), options.GetValue(Pace), stop));
        return command;
    }

    private static async Task<int> RunAsync(int port, double pace, CancellationToken stop)
    {
        if (port is < 0 or > 65535) throw new UsageException("--port has to be between 0 and 65535");
        if (pace is not (> 0 and <= 86_400)) throw new UsageException("--pace has to be more than 0 and at most 86400 seconds");

        await using LocalDataZone dataZone = await LocalDataZone.StartAsync(new() { Port = port, RunDuration = TimeSpan.FromSeconds(pace) }, stop);
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
            export DATAZONE_DATA_SOURCE={Catalog.Succeeds}
            """);
    }
}
