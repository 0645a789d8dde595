using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;

namespace DataSourceRuns.Commands;

/// <summary>What a command works with: the client, where its answer goes, and the values of its options.</summary>
internal sealed class CommandContext : IDisposable
{
    private readonly ParseResult _options;

    private CommandContext(ParseResult options)
    {
        _options = options;
        Output = options.GetValue(CommonOptions.Json) ? new JsonOutput() : new ScreenOutput();
        Domain = Value(CommonOptions.Domain, "DATAZONE_DOMAIN")
            ?? throw new UsageException("no domain: give --domain or set DATAZONE_DOMAIN");
        Client = new(new()
        {
            Region = options.GetValue(CommonOptions.Region),
            Profile = options.GetValue(CommonOptions.Profile),
            Endpoint = EndpointOf(options.GetValue(CommonOptions.Endpoint)),
        });
    }

    public DataZoneClient Client { get; }

    public IRunOutput Output { get; }

    public string Domain { get; }

    /// <summary>How a command begins: with a context that it owns.</summary>
    public static async Task<int> RunAsync(ParseResult options, Func<CommandContext, Task<int>> command)
    {
        using var context = new CommandContext(options);
        return await command(context);
    }

    /// <summary>The data source that is named on the command line or in the environment.</summary>
    public string DataSource() => Value(CommonOptions.DataSource, "DATAZONE_DATA_SOURCE")
        ?? throw new UsageException("no data source: give --data-source or set DATAZONE_DATA_SOURCE");

    /// <summary>The project that is named on the command line or in the environment.</summary>
    public string Project() => Value(CommonOptions.Project, "DATAZONE_PROJECT")
        ?? throw new UsageException("no project: give --project or set DATAZONE_PROJECT");

    /// <summary>The run that is named on the command line or else the latest one of the data source.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        if (_options.GetValue(CommonOptions.Run) is { Length: > 0 } named) return named;

        string source = Value(CommonOptions.DataSource, "DATAZONE_DATA_SOURCE")
            ?? throw new UsageException("no run: give --run, or --data-source for its latest run");
        var latest = await Client.ListDataSourceRunsAsync(
            new() { DomainIdentifier = Domain, DataSourceIdentifier = source, MaxResults = 1 }, cancellationToken);
        return latest.Items is [var run, ..] ? run.Id : throw new UsageException($"the data source {source} has had no run yet");
    }

    /// <summary>How long to watch.</summary>
    public TimeSpan Timeout() => TimeSpan.FromMinutes(_options.GetValue(CommonOptions.Timeout));

    /// <summary>How many items to show.</summary>
    public int Limit() => _options.GetValue(CommonOptions.Limit);

    public void Dispose() => Client.Dispose();

    private string? Value(Option<string?> option, string variable)
    {
        string? value = _options.GetValue(option) ?? Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static Uri? EndpointOf(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new UsageException($"--endpoint has to be a URL such as http://127.0.0.1:8080, not '{text}'");
    }
}
