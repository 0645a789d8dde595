using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols.AwsQuery;

/// <summary>Whole calls of an operation of the AWS query protocol.</summary>
public sealed class QueryCallTests
{
    private const string Body = "<GetResponse xmlns=\"http://x\"><GetResult><Name>n</Name></GetResult><ResponseMetadata><RequestId>in-body</RequestId></ResponseMetadata></GetResponse>";

    [Fact]
    public async Task A_call_sends_a_form_and_reads_the_result()
    {
        var handler = new StubHandler(() => StubHandler.Bytes(Encoding.UTF8.GetBytes(Body), HttpStatusCode.OK, "text/xml"));
        var response = await CallAsync(handler);

        Assert.Equal(("n", "in-body"), (response.Name, response.Metadata.RequestId));
        var request = Assert.Single(handler.Seen);
        Assert.Equal("Action=Get&Version=2026-01-02&Id=a%20b", request.Body);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task The_request_id_of_a_header_takes_precedence() =>
        Assert.Equal("in-header", (await CallAsync(Body, HttpStatusCode.OK, ("x-amzn-requestid", "in-header"))).Metadata.RequestId);

    [Fact]
    public async Task An_error_has_the_request_id_of_the_body()
    {
        const string Error = "<ErrorResponse><Error><Code>NotFound</Code><Message>m</Message></Error><RequestId>in-body</RequestId></ErrorResponse>";
        var exception = await Assert.ThrowsAnyAsync<AwsServiceException>(() => CallAsync(Error, HttpStatusCode.NotFound));
        Assert.Equal(("NotFound", "m", "in-body"), (exception.ErrorCode, exception.ServiceMessage, exception.RequestId));

        exception = await Assert.ThrowsAnyAsync<AwsServiceException>(() => CallAsync(Error, HttpStatusCode.NotFound, ("x-amzn-requestid", "in-header")));
        Assert.Equal("in-header", exception.RequestId);
    }

    [Theory]
    [InlineData("<GetResponse><GetResult><Name>n</Name></GetResult>", 50)]
    [InlineData("<GetResponse><GetResult><Name>&x;</Name></GetResult></GetResponse>", 30)]
    [InlineData("<html/>", 0)]
    [InlineData("{}", 0)]
    public async Task A_response_that_cannot_be_read_is_an_error_with_its_position(string body, long position)
    {
        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => CallAsync(body, HttpStatusCode.OK));

        Assert.Equal((HttpStatusCode.OK, "Get", position), (exception.StatusCode, exception.Operation, exception.BytePosition));
    }

    private static Task<GetItemResponse> CallAsync(string body, HttpStatusCode status, params (string Name, string Value)[] headers) =>
        CallAsync(new StubHandler(() => StubHandler.Bytes(Encoding.UTF8.GetBytes(body), status, "text/xml", headers)));

    private static async Task<GetItemResponse> CallAsync(StubHandler handler)
    {
        using var client = new QueryClient(new AwsClientOptions
        {
            Region = "us-east-1",
            Credentials = TestClient.Credentials,
            HttpInvoker = new HttpMessageInvoker(handler),
            MaxAttempts = 1,
            Variables = TestClient.NoVariables,
        });
        return await client.GetAsync();
    }

    private sealed class QueryClient(AwsClientOptions options) : AwsClient(QueryService.Description, options)
    {
        public Task<GetItemResponse> GetAsync() => SendAsync(QueryGet.Instance, new GetItemRequest("a b"), default);
    }

    private sealed class QueryService : ServiceDescription
    {
        public static readonly QueryService Description = new();

        private QueryService()
            : base("Query Store", "querystore", "2026-01-02", new AwsQueryProtocol())
        {
        }

        protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) => new("https://querystore.example.com");

        protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
    }

    private sealed class QueryGet : Operation<GetItemRequest, GetItemResponse>
    {
        public static readonly QueryGet Instance = new();

        private QueryGet()
            : base(QueryService.Description, "Get", HttpMethod.Post)
        {
        }

        protected internal override void Write(GetItemRequest input, RequestWriter request)
        {
            request.Path("/"u8);
            var form = request.Form;
            form.Action("Get"u8, "2026-01-02"u8);
            form.BeginObject();
            form.String("Id"u8, input.Id);
            form.EndObject();
        }

        protected internal override GetItemResponse Read(ref ResponseReader response)
        {
            ref var xml = ref response.Xml;
            xml.Enter("GetResult"u8);
            string? name = null;
            while (xml.NextMember(out var member))
            {
                if (member.Is("Name"u8))
                {
                    name = xml.String();
                }
                else
                {
                    xml.Skip();
                }
            }

            return new GetItemResponse { Name = name };
        }
    }
}
