using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;

namespace DataZoneGen.ThirdParty.Tests.Storage;

/// <summary>Tests of S3 that run against each server of its API.</summary>
public abstract class StorageTests(S3Server server) : IDisposable
{
    /// <summary>The server.</summary>
    private protected S3Server Server { get; } = server;

    /// <summary>A client of the server.</summary>
    private protected S3Client Client { get; } = server.CreateClient();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Client.Dispose();
        }
    }

    /// <summary>Puts a text.</summary>
    private protected async Task<PutObjectResponse> PutAsync(string bucket, string key, string text)
    {
        await using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Client.PutObjectAsync(new() { Bucket = bucket, Key = key, Body = body });
    }

    /// <summary>Gets a text.</summary>
    private protected async Task<string> GetAsync(string bucket, string key)
    {
        await using var got = await Client.GetObjectAsync(new() { Bucket = bucket, Key = key });
        return await ReadTextAsync(got);
    }

    private protected static async Task<string> ReadTextAsync(GetObjectResponse response)
    {
        using var reader = new StreamReader(response.Body);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The SHA-256 in the form of AWS's SDK for JavaScript in <c>sdk.js</c>.</summary>
    private protected static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
