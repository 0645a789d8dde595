using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit;

/// <summary>What a few services want that their models do not say.</summary>
public sealed class CustomizationTests
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

    [Fact]
    public void API_Gateway_is_told_the_form_of_answers() =>
        Assert.Equal("application/json", Send("API Gateway", new Widgets(), "GetWidgetAsync(new())", "Accept"));

    [Fact]
    public void The_callers_own_choice_of_a_form_counts() => Assert.Equal("application/yaml", Send(
        "API Gateway",
        new Widgets { Input = """ "accepts": {"shape": "String", "location": "header", "locationName": "Accept"} """ },
        "GetWidgetAsync(new() { Accepts = \"application/yaml\" })",
        "Accept"));

    [Fact]
    public void Glacier_is_told_its_version() =>
        Assert.Equal("2024-01-01", Send("Glacier", new Widgets(), "GetWidgetAsync(new())", "x-amz-glacier-version"));

    [Fact]
    public void Glacier_gets_the_tree_hash_of_an_archive() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Send("Glacier", new Widgets { Operations = Upload, Shapes = UploadShapes }, "UploadArchiveAsync(new() { Body = abc })", "x-amz-sha256-tree-hash"));

    [Fact]
    public void A_tree_hash_of_the_callers_is_sent_as_it_is() => Assert.Equal(
        "mine",
        Send("Glacier", new Widgets { Operations = Upload, Shapes = UploadShapes }, "UploadArchiveAsync(new() { Body = abc, Checksum = \"mine\" })", "x-amz-sha256-tree-hash"));

    [Fact]
    public void Other_services_get_nothing_of_the_kind() =>
        Assert.Equal("", Send("Widgets", new Widgets(), "GetWidgetAsync(new())", "Accept"));

    /// <summary>The header of that name in the request of a call.</summary>
    private static string Send(string serviceId, Widgets widgets, string call, string header)
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
                    Heard = request.Headers.NonValidated.TryGetValues("{{header}}", out var values) ? values.ToString() : "";
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
