using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Routing;

public class RpcFinderTests
{
    private static readonly FakeOperation[] Operations = [new AnyFakeOperation("GetItem", "POST", "/"), new AnyFakeOperation("PutItem", "POST", "/")];

    [Theory]
    [InlineData("Store_2026.GetItem", "GetItem")]
    [InlineData("Store_2026.PutItem", "PutItem")]
    [InlineData("Other.GetItem", null)]
    [InlineData("Store_2026.getitem", null)]
    [InlineData(null, null)]
    public async Task AWS_JSON_finds_operations_by_target(string? target, string? expected)
    {
        (string, string)[] headers = target is null ? [] : [("X-Amz-Target", target)];
        var request = FakeRequests.Create("POST", "/", [], headers: headers);

        Assert.Equal(expected, (await new AnyFakeService(FakeProtocols.AwsJson("1.0", "Store_2026"), Operations).FindAsync(request, default))?.Name);
    }

    [Theory]
    [InlineData("/service/Store/operation/GetItem", "GetItem")]
    [InlineData("/base/service/Store/operation/PutItem", "PutItem")]
    [InlineData("/service/Other/operation/GetItem", null)]
    [InlineData("/service/Store/operation/", null)]
    [InlineData("/GetItem", null)]
    public async Task CBOR_finds_operations_by_path(string path, string? expected)
    {
        var service = new AnyFakeService(FakeProtocols.RpcV2Cbor("Store"), Operations);

        Assert.Equal(expected, (await service.FindAsync(FakeRequests.Create("POST", path, []), default))?.Name);
    }

    [Theory]
    [InlineData("Action=GetItem&Version=2026-01-02", "", "GetItem")]
    [InlineData("Version=2026-01-02&Name=x&Action=PutItem", "", "PutItem")]
    [InlineData("Action=GetItem", "", "GetItem")]
    [InlineData("", "?Action=GetItem&Version=2026-01-02", "GetItem")]
    [InlineData("Action=GetItem&Version=2000-01-01", "", null)]
    [InlineData("Action=Other&Version=2026-01-02", "", null)]
    [InlineData("Name=x", "", null)]
    public async Task Query_protocols_find_operations_by_action_and_version(string form, string query, string? expected)
    {
        foreach (var protocol in (FakeProtocol[])[FakeProtocols.AwsQuery("2026-01-02"), FakeProtocols.Ec2Query("2026-01-02")])
        {
            var request = FakeRequests.Create("POST", "/" + query, Encoding.UTF8.GetBytes(form));

            Assert.Equal(expected, (await new AnyFakeService(protocol, Operations).FindAsync(request, default))?.Name);
        }
    }
}
