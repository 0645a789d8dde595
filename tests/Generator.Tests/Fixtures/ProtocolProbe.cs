using System.Linq;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>Generates a client of the operation GetWidget, sends a request with it, and shows what was sent.</summary>
internal sealed record ProtocolProbe
{
    /// <summary>Further fields of the service's metadata: its protocols.</summary>
    public string Metadata { get; init; } = "";

    public string Method { get; init; } = "POST";

    public string Uri { get; init; } = "/";

    public string Input { get; init; } = """ "id": {"shape": "String"}, "size": {"shape": "Integer"} """;

    /// <summary>The headers that are shown.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>A header that is shown after the body.</summary>
    public string LastHeader { get; init; } = "none";

    /// <summary>Sends a request, and returns its method, path, headers and body. A body that is not ASCII text is shown in hexadecimal.</summary>
    /// <param name="input">An expression for the input.</param>
    public string Send(string input)
    {
        var test = new Widgets
        {
            ServiceMetadata = $$"""
                "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "serviceId": "Widgets", {{Metadata}} }
                """,
            Method = Method,
            Uri = Uri,
            Input = Input,
        }.ToTest();
        test.TestState.Sources.Add($$"""
            using System;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.Widgets;
            using DataZoneGen;

            internal sealed class Recorder : HttpMessageHandler
            {
                public string Text { get; private set; } = "";

                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
                    var parts = new[] { {{string.Join(", ", Headers.Append(LastHeader).Select(static header => "\"" + header + "\""))}} }.Select(name => Find(request, name)).ToList();
                    parts.Insert(parts.Count - 1, body.All(static b => b is >= 0x20 and < 0x7F) ? Encoding.UTF8.GetString(body) : Convert.ToHexString(body));
                    Text = request.Method + " " + request.RequestUri!.PathAndQuery + " | " + string.Join(" | ", parts);
                    return new HttpResponseMessage();
                }

                private static string Find(HttpRequestMessage request, string name) =>
                    request.Headers.NonValidated.TryGetValues(name, out var values) || request.Content!.Headers.NonValidated.TryGetValues(name, out values) ? values.ToString() : "";
            }

            internal static class Probe
            {
                public static string Run()
                {
                    var recorder = new Recorder();
                    using var http = new HttpMessageInvoker(recorder);
                    using var client = new WidgetsClient(new() { Region = "us-east-1", Credentials = new AwsCredentials("id", "secret"), HttpInvoker = http });
                    client.GetWidgetAsync({{input}}).GetAwaiter().GetResult();
                    return recorder.Text;
                }
            }
            """);
        return (string)test.Run().Invoke("Probe", "Run")!;
    }
}
