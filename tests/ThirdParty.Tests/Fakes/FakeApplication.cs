using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Testing;
using DataZoneGen.ThirdParty.Tests.DataZone;
using DataZoneGen.ThirdParty.Tests.DynamoDB;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.STS;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fakes;

/// <summary>An application with the fakes of four services on one port of 127.0.0.1. The fakes verify signatures and validate requests.</summary>
public abstract class FakeApplication : IAsyncLifetime
{
    private WebApplication? _application;

    protected static AwsCredentials Credentials { get; } = new("AKIDEXAMPLE", "secret/key", "session-token");

    private protected DataZoneFake DataZone { get; } = new(CreateOptions());

    private protected DynamoDBFake DynamoDB { get; } = new(CreateOptions());

    private protected S3Fake S3 { get; } = new(CreateOptions());

    private protected STSFake Sts { get; } = new(CreateOptions());

    protected Uri Endpoint { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.MapDataZone(DataZone);
        _application.MapDynamoDB(DynamoDB);
        _application.MapS3(S3);
        _application.MapSTS(Sts);
        await _application.StartAsync();
        Endpoint = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public virtual async Task DisposeAsync() => await _application!.DisposeAsync();

    /// <summary>Lets S3 store objects by bucket and key.</summary>
    private protected Dictionary<string, byte[]> StoreObjects()
    {
        var objects = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        S3.OnPutObject(async (request, cancellationToken) =>
        {
            using var content = new System.IO.MemoryStream();
            await request.Body!.CopyToAsync(content, cancellationToken);
            objects[request.Bucket + "/" + request.Key] = content.ToArray();
            return new PutObjectResponse { ETag = "\"1\"" };
        });
        S3.OnGetObject(request => objects.TryGetValue(request.Bucket + "/" + request.Key, out var content)
            ? new GetObjectResponse { Body = new System.IO.MemoryStream(content), ContentType = "text/plain", MetadataValue = new Dictionary<string, string> { ["kind"] = "note" } }
            : throw new NoSuchKeyException("There is no such key."));
        return objects;
    }

    private static FakeOptions CreateOptions() => new() { Credentials = [Credentials], ValidatesRequests = true };
}
