using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Storage;

/// <summary>Presigned URLs that other HTTP clients use without credentials.</summary>
public abstract class PresignTests(S3Server server) : StorageTests(server)
{
    private const string Key = "Grüße + 100%/a&b";

    private static readonly HttpClient Http = new();

    [ServerFact]
    public async Task AnHttpClientDownloadsAnObject()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, Key, "text");

        var presigned = await Client.PresignAsync(new GetObjectRequest { Bucket = bucket, Key = Key }, TimeSpan.FromMinutes(5));
        using var response = await Http.GetAsync(presigned.Url);

        Assert.Equal(HttpMethod.Get, presigned.Method);
        Assert.Empty(presigned.Headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text", await response.Content.ReadAsStringAsync());
    }

    [ServerFact]
    public async Task AnHttpClientUploadsAnObject()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);

        var presigned = await Client.PresignAsync(new PutObjectRequest { Bucket = bucket, Key = Key }, TimeSpan.FromMinutes(5));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("uploaded"));
        using var response = await Http.PutAsync(presigned.Url, content);

        Assert.Equal(HttpMethod.Put, presigned.Method);
        Assert.Empty(presigned.Headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("uploaded", await GetAsync(bucket, Key));
    }

    [ServerFact(RunsCurl = true)]
    public async Task CurlUploadsAndDownloadsAnObject()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var put = await Client.PresignAsync(new PutObjectRequest { Bucket = bucket, Key = Key }, TimeSpan.FromMinutes(5));
        var get = await Client.PresignAsync(new GetObjectRequest { Bucket = bucket, Key = Key }, TimeSpan.FromMinutes(5));

        var uploaded = await Curl.RunAsync("from curl", "--upload-file", "-", put.Url.AbsoluteUri);
        var downloaded = await Curl.RunAsync("", get.Url.AbsoluteUri);

        Assert.Equal("", uploaded);
        Assert.Equal("from curl", downloaded);
        Assert.Equal("from curl", await GetAsync(bucket, Key));
    }

    [ServerFact]
    public async Task APresignedRangeHasItsHeader()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, Key, "0123456789");

        var presigned = await Client.PresignAsync(new GetObjectRequest { Bucket = bucket, Key = Key, Range = "bytes=2-4" }, TimeSpan.FromMinutes(5));
        using var message = new HttpRequestMessage(presigned.Method, presigned.Url);
        foreach (var (name, value) in presigned.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(message);

        Assert.Equal("234", await response.Content.ReadAsStringAsync());
    }
}
