using System;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>A generated client of a faulty server, with a clock that skips the waits between attempts.</summary>
internal sealed class FaultyClient : IAsyncDisposable
{
    public const string Domain = "dzd_1";

    /// <param name="faults">The faults of the first requests; later requests have none.</param>
    public FaultyClient(params Fault[] faults)
        : this(configure: null, faults)
    {
    }

    public FaultyClient(Action<DataZoneClientOptions>? configure, params Fault[] faults)
    {
        Server = new FaultServer(request => request.Number <= faults.Length ? faults[request.Number - 1] : Fault.None, RunResponses.Create);
        var options = new DataZoneClientOptions
        {
            Region = "us-east-1",
            Endpoint = Server.Endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            TimeProvider = Clock,
        };
        configure?.Invoke(options);
        Client = new DataZoneClient(options);
    }

    public FakeClock Clock { get; } = new(skipsWaits: true);

    public FaultServer Server { get; }

    public DataZoneClient Client { get; }

    public Task<GetDataSourceRunResponse> CallAsync(string id = "run1", CancellationToken cancellationToken = default) =>
        Client.GetDataSourceRunAsync(new() { DomainIdentifier = Domain, Identifier = id }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
