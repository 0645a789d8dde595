using DataZoneGen.Generator.Tests.Models;

namespace DataZoneGen.Generator.Tests.Emit;

/// <summary>How the requests of generated clients are authenticated, by what the model allows.</summary>
public sealed class AuthenticationTests
{
    [Theory]
    [InlineData("""["aws.auth#sigv4"]""", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256")]
    [InlineData("""["aws.auth#sigv4", "smithy.api#httpBearerAuth"]""", "Bearer", "AWS4-HMAC-SHA256")]
    [InlineData("""["smithy.api#httpBearerAuth", "aws.auth#sigv4"]""", "Bearer", "AWS4-HMAC-SHA256")]
    [InlineData("""["smithy.api#noAuth"]""", "", "")]
    public void A_bearer_token_is_used_where_the_model_allows_it_and_one_is_given(string auth, string withToken, string without)
    {
        var test = new Widgets { OperationTraits = ", \"auth\": " + auth }.ToTest();
        test.TestState.Sources.Add("""
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.Widgets;
            using DataZoneGen;

            internal sealed class Ear : HttpMessageHandler
            {
                public string Heard { get; private set; } = "";

                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    Heard = request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString().Split(' ')[0] : "";
                    return Task.FromResult(new HttpResponseMessage());
                }
            }

            internal sealed class Tokens : IAwsTokenProvider
            {
                public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new("abc");
            }

            internal static class Probe
            {
                public static string Run() => Call(new Tokens()) + "|" + Call(null);

                private static string Call(IAwsTokenProvider? tokens)
                {
                    var ear = new Ear();
                    using var http = new HttpMessageInvoker(ear);
                    using var client = new WidgetsClient(new()
                    {
                        Region = "us-east-1", Credentials = new AwsCredentials("id", "secret"), TokenProvider = tokens, HttpInvoker = http,
                    });
                    client.GetWidgetAsync(new()).GetAwaiter().GetResult();
                    return ear.Heard;
                }
            }
            """);

        Assert.Equal(withToken + "|" + without, test.Run().Invoke("Probe", "Run"));
    }
}
