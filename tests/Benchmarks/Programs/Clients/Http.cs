using System;
using System.Net.Http;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>A GET of the same response with HttpClient, without a signature and without parsing.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var client = new HttpClient(handler ?? new SocketsHttpHandler());
        var target = new Uri(endpoint, "/v2/domains/dzd_4bd2k1x8q9w7aj/data-source-runs/bqn7d6h4t1r0zz");
        return () => GetAsync(client, target);
    }

    private static async Task<int> GetAsync(HttpClient client, Uri target)
    {
        using var response = await client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(8192);
        var total = 0;
        while (await stream.ReadAsync(buffer) is var read and > 0)
        {
            total += read;
        }

        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return total;
    }
}
