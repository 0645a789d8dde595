using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataSourceRuns.Output;

namespace DataSourceRuns.Commands;

/// <summary>The client, the output and the option values of a command.</summary>
internal sealed class CommandContext : IDisposable
{
    private readonly ParseResult _options;

    private CommandContext(ParseResult options)
    {
        _options = options;
        Output = CommonOptions.CreateOutput(options);
        Domain = GetValue(CommonOptions.Domain, "DATAZONE_DOMAIN")
            ?? throw new UsageException("no domain: use --domain or set DATAZONE_DOMAIN");
        Client = new(CommonOptions.Configure(new DataZoneClientOptions(), options));
    }

    public DataZoneClient Client { get; }

    public IRunOutput Output { get; }

    public string Domain { get; }

    /// <summary>Runs a command with a context and disposes of the context.</summary>
    public static async Task<int> RunAsync(ParseResult options, Func<CommandContext, Task<int>> command)
    {
        using var context = new CommandContext(options);
        return await command(context);
    }

    /// <summary>Returns the data source of the command line or the environment.</summary>
    public string GetDataSource() => GetValue(CommonOptions.DataSource, "DATAZONE_DATA_SOURCE")
        ?? throw new UsageException("no data source: use --data-source or set DATAZONE_DATA_SOURCE");

    /// <summary>Returns the project of the command line or the environment.</summary>
    public string GetProject() => GetValue(CommonOptions.Project, "DATAZONE_PROJECT")
        ?? throw new UsageException("no project: use --project or set DATAZONE_PROJECT");

    /// <summary>Returns the run of the command line, or the latest run of the data source.</summary>
    public async Task<string> GetRunAsync(CancellationToken cancellationToken)
    {
        if (_options.GetValue(CommonOptions.Run) is { Length: > 0 } named)
        {
            return named;
        }

        var source = GetValue(CommonOptions.DataSource, "DATAZONE_DATA_SOURCE")
            ?? throw new UsageException("no run: use --run, or --data-source for its latest run");
        var latest = await Client.ListDataSourceRunsAsync(
            new() { DomainIdentifier = Domain, DataSourceIdentifier = source, MaxResults = 1 }, cancellationToken);
        return latest.Items is [var run, ..] ? run.Id : throw new UsageException($"the data source {source} has no runs");
    }

    /// <summary>Returns the maximum time to watch a run.</summary>
    public TimeSpan GetTimeout() => TimeSpan.FromMinutes(_options.GetValue(CommonOptions.Timeout));

    /// <summary>Returns the maximum number of items to show.</summary>
    public int GetLimit() => _options.GetValue(CommonOptions.Limit);

    public void Dispose() => Client.Dispose();

    private string? GetValue(Option<string?> option, string variable)
    {
        var value = _options.GetValue(option) ?? Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
