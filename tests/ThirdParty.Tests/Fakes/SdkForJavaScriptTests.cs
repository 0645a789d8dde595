using System;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fakes;

/// <summary>AWS's SDK for JavaScript sends what fakes read, and reads what fakes write.</summary>
public sealed class SdkForJavaScriptTests : FakeApplication
{
    private SdkServer? _sdk;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _sdk = new SdkServer(Endpoint, Credentials);
        await _sdk.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await _sdk!.DisposeAsync();
        await base.DisposeAsync();
    }

    [ServerFact]
    public async Task S3HasObjectsAndErrors()
    {
        var objects = StoreObjects();

        await _sdk!.S3Async("PutObject", new { Bucket = "bucket", Key = "a b/ü/c+d", Body = "Y29udGVudA==" });
        var output = await _sdk.S3Async("GetObject", new { Bucket = "bucket", Key = "a b/ü/c+d" });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _sdk.S3Async("GetObject", new { Bucket = "bucket", Key = "missing" }));

        Assert.Equal("content", Encoding.UTF8.GetString(objects["bucket/a b/ü/c+d"]));
        Assert.Equal("Y29udGVudA==", output.GetProperty("Body").GetProperty("Base64").GetString());
        Assert.Contains("NoSuchKey", error.Message, StringComparison.Ordinal);
    }
}
