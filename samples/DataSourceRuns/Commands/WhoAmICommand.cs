using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.STS;

namespace DataSourceRuns.Commands;

/// <summary>Shows whose credentials the program uses.</summary>
internal static class WhoAmICommand
{
    public static Command Create()
    {
        var command = new Command("whoami", "Show whose credentials this program uses.").WithClient();
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult options, CancellationToken stop)
    {
        using var client = new STSClient(CommonOptions.Configure(new STSClientOptions(), options));
        CommonOptions.CreateOutput(options).ShowIdentity(await client.GetCallerIdentityAsync(stop));
        return ExitCode.Success;
    }
}
