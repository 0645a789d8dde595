namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>C# code for tests that call a generated client: an in-memory service that records the requests.</summary>
internal static class Service
{
    /// <summary>A service that returns this JSON for every call.</summary>
    public static string Of(string json, int status = 200) => $$"""
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.Widgets;
        using DataZoneGen;

        internal static class Service
        {
            public static string Asked { get; private set; } = "";

            public static T Call<T>(Func<WidgetsClient, Task<T>> call)
            {
                using var handler = new Handler();
                using var invoker = new HttpMessageInvoker(handler);
                using var client = new WidgetsClient(new()
                {
                    Region = "us-east-1", Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"), HttpInvoker = invoker, MaxAttempts = 1,
                });
                return call(client).GetAwaiter().GetResult();
            }

            private sealed class Handler : HttpMessageHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
                    Asked = request.Method + " " + request.RequestUri!.PathAndQuery + " " + body;
                    return new((HttpStatusCode){{status}}) { Content = new StringContent({{Literals.String(json)}}, Encoding.UTF8, "application/json") };
                }
            }
        }

        """;
}
