using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace DataZoneGen.ThirdParty.Tests.Servers;

/// <summary>What the clients of all servers have in common.</summary>
internal static class ServerClient
{
    public const string Region = "us-east-1";

    /// <summary>The servers accept the signature of any credentials.</summary>
    public static AwsCredentials Credentials { get; } = new("AKIDEXAMPLE", "secret");

    /// <summary>Options of a waiter that polls often, because the servers change a state within a fraction of a second.</summary>
    public static WaiterOptions<TResponse> Poll<TResponse>() => new()
    {
        MinDelay = TimeSpan.FromMilliseconds(50),
        MaxDelay = TimeSpan.FromMilliseconds(100),
        Timeout = TimeSpan.FromSeconds(60),
    };

    public static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
