using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols.RpcV2Cbor;

/// <summary>Calls of a service with RPC v2 CBOR whose responses are not what the protocol says.</summary>
public sealed class CborCallTests
{
    [Theory]
    [InlineData("A1646E616D65626F6B", "ok", null)]
    [InlineData("BF646E616D657F616F616BFF6473697A65F94400FF", "ok", 4)]
    [InlineData("A2646E616D65056473697A6507", null, 7)]
    [InlineData("A1646E616D65F6", null, null)]
    [InlineData("", null, null)]
    public async Task Responses_that_differ_from_the_model_are_read(string hex, string? name, int? size)
    {
        var response = await CallAsync(Convert.FromHexString(hex), "application/cbor");

        Assert.Equal((name, size), (response.Name, response.Size));
    }

    [Theory]
    [InlineData("A1646E616D65", 6)]
    [InlineData("A1646E616D657B7FFFFFFFFFFFFFFF6F6B", 6)]
    [InlineData("BB00FFFFFFFFFFFFFF646E616D65626F6B", 0)]
    [InlineData("9F", 0)]
    [InlineData("A1646E616D657F616F4101FF", 9)]
    [InlineData("A1646E616D65626F6B00", 9)]
    [InlineData("A16578FFFFFFFF00", 1)]
    [InlineData("7B226E616D65223A226F6B227D", 0)]
    [InlineData("3C68746D6C3E", 0)]
    public async Task A_response_that_cannot_be_read_is_an_error_with_its_position(string hex, long position)
    {
        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => CallAsync(Convert.FromHexString(hex), "text/html"));

        Assert.Equal(
            (HttpStatusCode.OK, "id-1", "CborGet", position),
            (exception.StatusCode, exception.RequestId, exception.Operation, exception.BytePosition));
        Assert.Contains("Its content type is 'text/html'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_length_that_the_body_does_not_have_takes_no_memory()
    {
        // An array of 2 to the power of 31 elements.
        var body = Convert.FromHexString("A1646E616D659B0000000080000000");
        await Assert.ThrowsAsync<AwsMalformedResponseException>(() => CallAsync(body, "application/cbor"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        await Assert.ThrowsAsync<AwsMalformedResponseException>(() => CallAsync(body, "application/cbor"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("application/cbor", "A2665F5F747970656E616373736F76657223427573796765", HttpStatusCode.BadRequest)]
    [InlineData("text/html", "3C68746D6C3E3C2F68746D6C3E", HttpStatusCode.BadGateway)]
    public async Task An_error_that_cannot_be_read_is_still_an_error_of_the_service(string contentType, string hex, HttpStatusCode status)
    {
        var exception = await Assert.ThrowsAnyAsync<AwsServiceException>(() => CallAsync(Convert.FromHexString(hex), contentType, status));

        Assert.Equal((status, "id-1", ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)), (exception.StatusCode, exception.RequestId, exception.ErrorCode));
    }

    private static async Task<GetItemResponse> CallAsync(byte[] body, string contentType, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var client = new CborClient(new AwsClientOptions
        {
            Region = "us-east-1",
            Credentials = TestClient.Credentials,
            HttpInvoker = new HttpMessageInvoker(new StubHandler(() => StubHandler.Bytes(body, status, contentType, ("x-amzn-requestid", "id-1")))),
            MaxAttempts = 1,
            Variables = TestClient.NoVariables,
        });
        return await client.GetAsync();
    }

    private sealed class CborClient(AwsClientOptions options) : AwsClient(CborService.Description, options)
    {
        public Task<GetItemResponse> GetAsync() => SendAsync(CborGet.Instance, new GetItemRequest("a"), default);
    }

    private sealed class CborService : ServiceDescription
    {
        public static readonly CborService Description = new();

        private CborService()
            : base("CBOR Store", "cborstore", "2026-01-02", new RpcV2CborProtocol())
        {
        }

        protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) => new("https://cborstore.example.com");

        protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
    }

    private sealed class CborGet : Operation<GetItemRequest, GetItemResponse>
    {
        public static readonly CborGet Instance = new();

        private CborGet()
            : base(CborService.Description, "CborGet", HttpMethod.Post)
        {
        }

        protected internal override void Write(GetItemRequest input, RequestWriter request)
        {
            request.Path("/service/CborStore/operation/CborGet"u8);
            var cbor = request.Cbor;
            cbor.BeginObject();
            cbor.String("id"u8, input.Id);
            cbor.EndObject();
        }

        protected internal override GetItemResponse Read(ref ResponseReader response)
        {
            string? name = null;
            int? size = null;
            while (response.Cbor.NextMember(out var member))
            {
                if (member.Is("name"u8))
                {
                    name = response.Cbor.String();
                }
                else if (member.Is("size"u8))
                {
                    size = response.Cbor.Int32();
                }
                else
                {
                    response.Cbor.Skip();
                }
            }

            return new GetItemResponse { Name = name, Size = size };
        }
    }
}
