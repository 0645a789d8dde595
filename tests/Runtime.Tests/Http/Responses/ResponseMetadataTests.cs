using System.Net;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Responses;

public class ResponseMetadataTests
{
    [Fact]
    public async Task Every_response_has_its_metadata()
    {
        var handler = new StubHandler(
            () => StubHandler.Json("{}", HttpStatusCode.BadGateway),
            () => StubHandler.Json("{}", HttpStatusCode.Accepted, ("X-Amzn-RequestId", "id-1"), ("x-amz-id-2", "id-2"), ("x-many", "a"), ("x-many", "b")));

        var metadata = (await TestClient.Over(handler).GetItemAsync("id")).Metadata;

        Assert.Equal(("id-1", HttpStatusCode.Accepted, 2), (metadata.RequestId, metadata.StatusCode, metadata.Attempts));
        Assert.Equal("id-2", metadata.ExtendedRequestId);
        Assert.Equal("a, b", metadata.Headers["X-MANY"]);
        Assert.Equal("application/json", metadata.Headers["content-type"]);
    }

    [Theory]
    [InlineData("x-amzn-requestid")]
    [InlineData("x-amzn-request-id")]
    [InlineData("x-amz-request-id")]
    public async Task The_request_id_has_several_names(string name)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.OK, (name, "id-1")));

        Assert.Equal("id-1", (await TestClient.Over(handler).GetItemAsync("id")).Metadata.RequestId);
    }

    [Fact]
    public void Metadata_takes_no_part_in_equality_and_printing()
    {
        var plain = new GetItemResponse { Name = "n" };
        var other = plain with { Metadata = new ResponseMetadata { RequestId = "id-1" } };

        Assert.Equal(plain, other);
        Assert.Equal(plain.GetHashCode(), other.GetHashCode());
        Assert.Equal("GetItemResponse { Name = n, Size = , Tag =  }", other.ToString());
        Assert.Equal("id-1", other.Metadata.RequestId);
    }

    [Fact]
    public async Task ToString_shows_the_request_id_the_status_and_the_attempts_and_no_header()
    {
        var handler = new StubHandler(
            () => StubHandler.Json("{}", HttpStatusCode.BadGateway),
            () => StubHandler.Json("{}", HttpStatusCode.Accepted, ("x-amzn-requestid", "id-1"), ("x-amz-id-2", "id-2"), ("set-cookie", "secret")));

        var metadata = (await TestClient.Over(handler).GetItemAsync("id")).Metadata;

        Assert.Equal("ResponseMetadata { RequestId = id-1, StatusCode = 202, Attempts = 2 }", metadata.ToString());
        Assert.Equal("ResponseMetadata { RequestId = , StatusCode = 0, Attempts = 0 }", ResponseMetadata.Empty.ToString());
    }

    [Fact]
    public void A_response_made_by_hand_has_empty_metadata()
    {
        Assert.Same(ResponseMetadata.Empty, new GetItemResponse().Metadata);
        Assert.Empty(ResponseMetadata.Empty.Headers);
        Assert.Null(ResponseMetadata.Empty.RequestId);
    }

    [Fact]
    public void Responses_of_different_types_are_not_equal()
        => Assert.False(((AwsResponse)new GetItemResponse()).Equals(new PutItemResponse()));
}
