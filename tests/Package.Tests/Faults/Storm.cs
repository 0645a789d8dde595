using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>
/// Many concurrent callers of one client, with a server that responds to one request in ten with a fault. Each call gets a different run or starts
/// one with a different token, and checks that the response belongs to it.
/// </summary>
internal sealed class Storm : IAsyncDisposable
{
    public const int Callers = 1000;

    private const int FaultsInTen = 1;
    private const int CancelledInHundred = 1;

    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Where(static fault => fault != Fault.None)];

    private readonly int _seed;
    private readonly Random _faults;
    private readonly Lock _lock = new();
    private readonly FaultServer _server;
    private readonly DataZoneClient _client;
    private readonly ConcurrentDictionary<string, int> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = new();
    private int _calls;
    private int _interruptions;

    public Storm(int seed)
    {
        _seed = seed;
        _faults = new Random(seed);
        _server = new FaultServer(_ => Choose(), RunResponses.Create);
        _client = new DataZoneClient(new()
        {
            Region = "us-east-1",
            Endpoint = _server.Endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            AttemptTimeout = TimeSpan.FromSeconds(2),
            MaxResponseBytes = 256 * 1024,
        });
    }

    /// <summary>The number of completed calls.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public IReadOnlyDictionary<Fault, int> Injected => _server.Injected;

    /// <summary>The number of calls for each result: a response or the type of an exception.</summary>
    public IReadOnlyDictionary<string, int> Results => _results;

    /// <summary>Calls with an invalid result: the response of another call, or an exception of another library.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Runs all callers, each for a number of calls or until the time limit.</summary>
    public async Task RunAsync(int callsEach, TimeSpan timeLimit)
    {
        var clock = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        var interruptions = InterruptListenerAsync(stop.Token);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(_seed, caller, callsEach));
            for (var count = 0; count < callsEach && clock.Elapsed < timeLimit; count++)
            {
                await CallAsync(random);
            }
        })));
        await stop.CancelAsync();
        await interruptions;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>Returns the statistics as lines.</summary>
    public IEnumerable<string> Report() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"calls {Calls}, requests {_server.Requests}, connections {_server.Connections}, interruptions of the listener {_interruptions}"),
        "faults " + string.Join(", ", Injected.OrderBy(static f => f.Key).Select(static f => f.Key + " " + f.Value.ToString(CultureInfo.InvariantCulture))),
        "results " + string.Join(", ", _results.OrderByDescending(static r => r.Value).Select(static r => r.Key + " " + r.Value.ToString(CultureInfo.InvariantCulture))),
    ];

    private Fault Choose()
    {
        lock (_lock)
        {
            return _faults.Next(10) < FaultsInTen ? Faults[_faults.Next(Faults.Length)] : Fault.None;
        }
    }

    private async Task CallAsync(Random random)
    {
        using var source = random.Next(100) < CancelledInHundred ? new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(20))) : null;
        var token = source?.Token ?? CancellationToken.None;
        var name = random.NextInt64().ToString("x16", CultureInfo.InvariantCulture) + random.Next(1000).ToString(CultureInfo.InvariantCulture);
        try
        {
            Record(await (random.Next(2) == 0 ? GetAsync(name, token) : StartAsync(name, token)) ? "valid response" : "wrong response", name);
        }
        catch (OperationCanceledException exception) when (source is not null && exception.CancellationToken == source.Token)
        {
            Record("canceled by the caller", name);
        }
        catch (AwsException exception)
        {
            Record(exception.GetType().Name, name);
        }
#pragma warning disable CA1031 // The storm looks for any other exception.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Record("untyped " + exception.GetType().Name, name, exception);
        }

        Interlocked.Increment(ref _calls);
    }

    private async Task<bool> GetAsync(string name, CancellationToken token)
    {
        var run = await _client.GetDataSourceRunAsync(new() { DomainIdentifier = "d-" + name, Identifier = name }, token);
        return run.Id == name && run.DomainId == "d-" + name;
    }

    private async Task<bool> StartAsync(string name, CancellationToken token)
    {
        var run = await _client.StartDataSourceRunAsync(
            new() { DomainIdentifier = "d-" + name, DataSourceIdentifier = "s-" + name, ClientToken = name }, token);
        return run.Id == name && run.DomainId == "d-" + name && run.DataSourceId == "s-" + name;
    }

    private void Record(string result, string name, Exception? exception = null)
    {
        _results.AddOrUpdate(result, 1, static (_, count) => count + 1);
        if (result.StartsWith("untyped ", StringComparison.Ordinal) || result == "wrong response")
        {
            _violations.Enqueue(name + ": " + result + " " + exception);
        }
    }

    /// <summary>Stops the listener for a moment from time to time, so that new connections are refused.</summary>
    private async Task InterruptListenerAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(400, CancellationToken.None);
            _server.StopListening();
            _interruptions++;
            await Task.Delay(20, CancellationToken.None);
            _server.StartListening();
        }
    }
}
