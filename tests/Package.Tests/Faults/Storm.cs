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
/// Many callers at once through one client, to a server that answers one request in ten with a fault. Each call asks for a run of its own or
/// starts one with a token of its own, and looks whether that is what the answer is about.
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
    private int _refusals;

    public Storm(int seed)
    {
        _seed = seed;
        _faults = new Random(seed);
        _server = new FaultServer(_ => Choose(), RunAnswers.Of);
        _client = new DataZoneClient(new()
        {
            Region = "us-east-1",
            Endpoint = _server.Endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            AttemptTimeout = TimeSpan.FromSeconds(2),
            MaxResponseBytes = 256 * 1024,
        });
    }

    /// <summary>How many calls have ended.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public IReadOnlyDictionary<Fault, int> Injected => _server.Injected;

    /// <summary>How many calls ended how: with an answer, or with which exception.</summary>
    public IReadOnlyDictionary<string, int> Results => _results;

    /// <summary>Calls that ended in no way they may: with another's answer, or an exception that is none of ours.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Lets all callers call, each as often as it says or until the time is up.</summary>
    public async Task RageAsync(int callsEach, TimeSpan atMost)
    {
        var clock = Stopwatch.StartNew();
        using var calm = new CancellationTokenSource();
        var refusals = RefuseNowAndThenAsync(calm.Token);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(_seed, caller, callsEach));
            for (var count = 0; count < callsEach && clock.Elapsed < atMost; count++)
            {
                await CallAsync(random);
            }
        })));
        await calm.CancelAsync();
        await refusals;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>The figures, a line for each kind.</summary>
    public IEnumerable<string> Report() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"calls {Calls}, requests {_server.Requests}, connections {_server.Connections}, times without a listener {_refusals}"),
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
            Note(await (random.Next(2) == 0 ? GetAsync(name, token) : StartAsync(name, token)) ? "right answer" : "wrong answer", name);
        }
        catch (OperationCanceledException exception) when (source is not null && exception.CancellationToken == source.Token)
        {
            Note("cancelled by the caller", name);
        }
        catch (AwsException exception)
        {
            Note(exception.GetType().Name, name);
        }
#pragma warning disable CA1031 // Whatever it is, it is what the storm looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Note("untyped " + exception.GetType().Name, name, exception);
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

    private void Note(string result, string name, Exception? exception = null)
    {
        _results.AddOrUpdate(result, 1, static (_, count) => count + 1);
        if (result.StartsWith("untyped ", StringComparison.Ordinal) || result == "wrong answer")
        {
            _violations.Enqueue(name + ": " + result + " " + exception);
        }
    }

    /// <summary>Closes the door for a moment now and then: those who have no connection are refused one.</summary>
    private async Task RefuseNowAndThenAsync(CancellationToken calm)
    {
        while (!calm.IsCancellationRequested)
        {
            await Task.Delay(400, CancellationToken.None);
            _server.Refuse();
            _refusals++;
            await Task.Delay(20, CancellationToken.None);
            _server.Accept();
        }
    }
}
