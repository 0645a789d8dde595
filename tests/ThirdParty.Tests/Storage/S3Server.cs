using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;

namespace DataZoneGen.ThirdParty.Tests.Storage;

/// <summary>A server of the API of S3, and AWS's SDK for JavaScript as a second client of it.</summary>
/// <param name="script">The script that starts the server.</param>
public abstract class S3Server(string script) : NodeServer(
    script,
    JsonSerializer.Serialize(new { accessKeyId = ServerClient.Credentials.AccessKeyId, secretAccessKey = ServerClient.Credentials.SecretAccessKey }))
{
    private SdkServer? _sdk;

    /// <summary>The second client.</summary>
    internal SdkServer Sdk => _sdk!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _sdk = new SdkServer(Endpoint);
        await _sdk.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        if (_sdk is not null)
        {
            await _sdk.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>Creates options of a client with the checksums that the server supports.</summary>
    internal virtual S3ClientOptions CreateOptions() => new() { Region = ServerClient.Region, Endpoint = Endpoint, Credentials = ServerClient.Credentials };

    internal S3Client CreateClient() => new(CreateOptions());

    /// <summary>Creates a client that uses the host names of AWS, with the bucket in the host name. All connections go to the server.</summary>
    /// <param name="invoker">The invoker of the client.</param>
    internal S3Client CreateVirtualHostClient(HttpMessageInvoker invoker)
    {
        var options = CreateOptions();
        options.Endpoint = new Uri("http://s3.us-east-1.amazonaws.com");
        options.ForcePathStyle = false;
        options.HttpInvoker = invoker;
        return new S3Client(options);
    }

    /// <summary>Creates an invoker whose connections all go to the server.</summary>
    internal HttpMessageInvoker CreateInvoker() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(Endpoint.Host, Endpoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    /// <summary>Creates a bucket with a new name.</summary>
    /// <returns>The name of the bucket.</returns>
    internal static async Task<string> CreateBucketAsync(S3Client client)
    {
        var name = "bucket-" + Guid.NewGuid().ToString("N");
        await client.CreateBucketAsync(new() { Bucket = name });
        return name;
    }

    /// <summary>Lists the keys of a bucket with our client.</summary>
    internal static async Task<List<string?>> ListKeysAsync(S3Client client, string bucket)
    {
        var keys = new List<string?>();
        await foreach (var page in client.ListObjectsV2PagesAsync(new() { Bucket = bucket }))
        {
            foreach (var item in page.Contents ?? [])
            {
                keys.Add(item.Key);
            }
        }

        return keys;
    }
}
