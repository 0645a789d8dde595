using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan;

/// <summary>What a few services want that their models do not say.</summary>
public sealed class ServiceCustomizationTests
{
    private const string Upload = """
        "UploadArchive": {
          "name": "UploadArchive", "http": {"method": "POST", "requestUri": "/archives"}, "input": {"shape": "UploadArchiveInput"}}
        """;

    private const string UploadShapes = """
        "Body": {"type": "blob", "streaming": true},
        "UploadArchiveInput": {"type": "structure", "members": {
          "checksum": {"shape": "String", "location": "header", "locationName": "x-amz-sha256-tree-hash"},
          "body": {"shape": "Body"}}, "payload": "body"}
        """;

    private const string Search = """
        "Search": {
          "name": "Search", "http": {"method": "GET", "requestUri": "/2013-01-01/search?format=sdk&pretty=true"}, "input": {"shape": "SearchInput"}}
        """;

    private const string SearchShapes = """
        "SearchInput": {"type": "structure", "members": {"query": {"shape": "String", "location": "querystring", "locationName": "q"}}}
        """;

    private static readonly Widgets Vaults = new()
    {
        Uri = "/{accountId}/vaults/{vaultName}",
        RequiredInput = "\"accountId\", \"vaultName\"",
        Input = """
            "accountId": {"shape": "String", "location": "uri", "locationName": "accountId"},
            "vaultName": {"shape": "String", "location": "uri", "locationName": "vaultName"}
            """,
    };

    private static readonly Widgets Objects = new()
    {
        Uri = "/{Key+}",
        RequiredInput = "\"Key\"",
        Input = """ "Key": {"shape": "String", "location": "uri", "locationName": "Key"} """,
    };

    /// <summary>A key of S3 may have any segments.</summary>
    [Theory]
    [InlineData("S3", ":path", "/a/../b//c")]
    [InlineData("S3 Control", "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("S3", "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("Widgets", "x-amz-content-sha256", "")]
    public void S3_gets_keys_as_they_are_and_hashes(string serviceId, string what, string expected) =>
        Assert.Equal(expected, Send(serviceId, Objects, "GetWidgetAsync(\"" + (serviceId == "S3" ? "a/../b//c" : "k") + "\")", what));

    [Theory]
    [InlineData("STS", "IDPCommunicationError", true)]
    [InlineData("STS", "Other", false)]
    [InlineData("Widgets", "IDPCommunicationError", false)]
    public void STS_retries_if_the_identity_provider_does_not_respond(string serviceId, string code, bool isRetried)
    {
        var widgets = new Widgets
        {
            ServiceMetadata = Widgets.Metadata.Replace("\"Widgets\"", "\"" + serviceId + "\"", System.StringComparison.Ordinal),
            Errors = """{"shape": "Failed"}""",
            Shapes = "\"Failed\": {\"type\": \"structure\", \"members\": {}, \"exception\": true, \"error\": {\"code\": \"" + code + "\"}}",
        };

        var error = Assert.Single(Reading.Plan(widgets.Files.Select(file => file with { Service = serviceId })).Units.OfType<ErrorUnit>()).Error;

        Assert.Equal(isRetried, error.IsRetried);
    }

    [Fact]
    public void API_Gateway_gets_an_accept_header() =>
        Assert.Equal("application/json", Send("API Gateway", new Widgets(), "GetWidgetAsync(new())", "Accept"));

    [Fact]
    public void An_accept_header_of_the_caller_takes_precedence() => Assert.Equal("application/yaml", Send(
        "API Gateway",
        new Widgets { Input = """ "accepts": {"shape": "String", "location": "header", "locationName": "Accept"} """ },
        "GetWidgetAsync(new() { Accepts = \"application/yaml\" })",
        "Accept"));

    [Fact]
    public void Glacier_gets_its_version() =>
        Assert.Equal("2024-01-01", Send("Glacier", new Widgets(), "GetWidgetAsync(new())", "x-amz-glacier-version"));

    [Fact]
    public void Glacier_gets_the_tree_hash_of_an_archive() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Send("Glacier", new Widgets { Operations = Upload, Shapes = UploadShapes }, "UploadArchiveAsync(new() { Body = abc })", "x-amz-sha256-tree-hash"));

    [Fact]
    public void A_tree_hash_of_the_caller_is_sent_unchanged() => Assert.Equal(
        "mine",
        Send("Glacier", new Widgets { Operations = Upload, Shapes = UploadShapes }, "UploadArchiveAsync(new() { Body = abc, Checksum = \"mine\" })", "x-amz-sha256-tree-hash"));

    /// <summary>The hashes of nothing, which Glacier asks for all the same.</summary>
    [Theory]
    [InlineData("x-amz-sha256-tree-hash")]
    [InlineData("x-amz-content-sha256")]
    public void Glacier_gets_the_hashes_of_an_archive_without_a_body(string header) => Assert.Equal(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Send("Glacier", new Widgets { Operations = Upload, Shapes = UploadShapes }, "UploadArchiveAsync(new())", header));

    [Fact]
    public void Glacier_gets_the_plain_hash_of_an_archive_too() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Send("Glacier", new Widgets { Operations = Upload, Shapes = UploadShapes }, "UploadArchiveAsync(new() { Body = abc })", "x-amz-content-sha256"));

    /// <summary>The account that the credentials belong to, which Glacier writes as a hyphen.</summary>
    [Theory]
    [InlineData("GetWidgetAsync(new() { VaultName = \"v\" })", "/-/vaults/v")]
    [InlineData("GetWidgetAsync(\"v\")", "/-/vaults/v")]
    [InlineData("GetWidgetAsync(new() { VaultName = \"v\", AccountId = \"123456789012\" })", "/123456789012/vaults/v")]
    public void Glacier_uses_the_account_of_the_credentials_by_default(string call, string path) =>
        Assert.Equal(path, Send("Glacier", Vaults, call, ":path"));

    [Fact]
    public void The_account_of_other_services_must_be_given()
        => Assert.True(Vaults.Run().Property("Acme.Widgets.GetWidgetRequest", "AccountId").IsRequired);

    /// <summary>A search may be longer than a URL can be.</summary>
    [Theory]
    [InlineData(":method", "POST")]
    [InlineData(":path", "/2013-01-01/search")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded")]
    [InlineData(":body", "format=sdk&pretty=true&q=a%20b")]
    public void CloudSearch_gets_a_search_as_a_form(string what, string expected) =>
        Assert.Equal(expected, Send("CloudSearch Domain", new Widgets { Operations = Search, Shapes = SearchShapes }, "SearchAsync(new() { Query = \"a b\" })", what));

    [Theory]
    [InlineData(":method", "GET")]
    [InlineData(":path", "/2013-01-01/search?format=sdk&pretty=true&q=a%20b")]
    public void Another_service_gets_a_search_in_the_URL(string what, string expected) =>
        Assert.Equal(expected, Send("Widgets", new Widgets { Operations = Search, Shapes = SearchShapes }, "SearchAsync(new() { Query = \"a b\" })", what));

    [Fact]
    public void Other_services_get_no_default_headers() =>
        Assert.Equal("", Send("Widgets", new Widgets(), "GetWidgetAsync(new())", "Accept"));

    /// <summary>The checksums of a message and its attributes, which the service returns.</summary>
    [Theory]
    [InlineData("SQS", "SendMessage", "MD5OfMessageBody", true)]
    [InlineData("SQS", "SendMessage", "MD5OfMessageAttributes", true)]
    [InlineData("SQS", "SendMessage", "MD5OfMessageSystemAttributes", true)]
    [InlineData("SQS", "SendMessage", "", false)]
    [InlineData("SQS", "SendMessageBatch", "MD5OfMessageBody", true)]
    [InlineData("SQS", "SendMessageBatch", "MD5OfMessageAttributes", true)]
    [InlineData("SQS", "SendMessageBatch", "", false)]
    [InlineData("SQS", "ReceiveMessage", "MD5OfBody", true)]
    [InlineData("SQS", "ReceiveMessage", "MD5OfMessageAttributes", true)]
    [InlineData("SQS", "ReceiveMessage", "", false)]
    [InlineData("Other", "SendMessage", "MD5OfMessageBody", false)]
    public void Messages_of_SQS_must_match_their_checksums(string serviceId, string operation, string damaged, bool isRefused) =>
        Assert.Equal(isRefused, Queue.Call(serviceId, operation, damaged));

    [Fact]
    public void A_model_without_checksums_is_generated_without_the_comparison() => new Widgets
    {
        ServiceMetadata = Widgets.Metadata.Replace("\"Widgets\"", "\"SQS\"", System.StringComparison.Ordinal),
        Operations = """
            "SendMessage": {"http": {"method": "POST", "requestUri": "/s"}}, "SendMessageBatch": {"http": {"method": "POST", "requestUri": "/b"}},
            "ReceiveMessage": {"http": {"method": "POST", "requestUri": "/r"}}
            """,
    }.Run();

    /// <summary>The header of that name in the request of a call; or its <c>:method</c>, <c>:path</c> with the query, or <c>:body</c>.</summary>
    private static string Send(string serviceId, Widgets widgets, string call, string what)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText(
            Widgets.Path, widgets.Service.Replace("\"serviceId\": \"Widgets\"", "\"serviceId\": \"" + serviceId + "\"", System.StringComparison.Ordinal)));
        test.TestState.AdditionalFiles.Add(Widgets.EndpointRulesFile);
        var name = serviceId.Replace(" ", "", System.StringComparison.Ordinal);
        test.TestState.Sources.Add($$"""
            using System.IO;
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.{{name}};
            using DataZoneGen;

            internal sealed class Ear : HttpMessageHandler
            {
                public string Heard { get; private set; } = "";

                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    var body = request.Content is null ? "" : request.Content.ReadAsStringAsync(cancellationToken).GetAwaiter().GetResult();
                    Heard = "{{what}}" switch
                    {
                        ":method" => request.Method.Method,
                        ":path" => request.RequestUri!.PathAndQuery,
                        ":body" => body,
                        var name when request.Headers.NonValidated.TryGetValues(name, out var values) => values.ToString(),
                        var name when request.Content?.Headers.NonValidated.TryGetValues(name, out var values) == true => values.ToString(),
                        _ => "",
                    };
                    return Task.FromResult(new HttpResponseMessage());
                }
            }

            internal static class Probe
            {
                public static string Run()
                {
                    var ear = new Ear();
                    using var abc = new MemoryStream("abc"u8.ToArray());
                    using var http = new HttpMessageInvoker(ear);
                    using var client = new {{name}}Client(new() { Region = "us-east-1", Credentials = new AwsCredentials("id", "secret"), HttpInvoker = http });
                    client.{{call}}.GetAwaiter().GetResult();
                    return ear.Heard;
                }
            }
            """);
        return (string)test.Run().Invoke("Probe", "Run")!;
    }
}
