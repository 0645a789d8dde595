using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using DataZoneGen.Benchmarks.DataZone;

namespace DataZoneGen.Benchmarks.Bodies;

/// <summary>Measures a response and a request of about a million bytes, and System.Text.Json with the same bytes.</summary>
public class BodyBenchmarks
{
    private BodyCases _cases = null!;

    [GlobalSetup]
    public Task SetupAsync()
    {
        _cases = new BodyCases();
        return _cases.VerifyAsync();
    }

    [GlobalCleanup]
    public void Cleanup() => _cases.Dispose();

    [Benchmark]
    public Task<SearchResponse> Search() => _cases.SearchAsync();

    [Benchmark]
    public object Deserialize() => _cases.Deserialize();

    [Benchmark]
    public Task<CreateAssetResponse> CreateAsset() => _cases.CreateAssetAsync();

    [Benchmark]
    public byte[] SerializeAndHash() => _cases.SerializeAndHash();
}
