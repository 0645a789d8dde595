using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit.Bindings;

/// <summary>The authentication of requests, depending on the model.</summary>
public sealed class AuthenticationTests
{
    [Theory]
    [InlineData("""["aws.auth#sigv4"]""", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256")]
    [InlineData("""["aws.auth#sigv4", "smithy.api#httpBearerAuth"]""", "Bearer", "AWS4-HMAC-SHA256")]
    [InlineData("""["smithy.api#httpBearerAuth", "aws.auth#sigv4"]""", "Bearer", "AWS4-HMAC-SHA256")]
    [InlineData("""["smithy.api#noAuth"]""", "", "")]
    public void A_bearer_token_is_used_where_the_model_allows_it_and_one_is_given(string auth, string withToken, string without) =>
        Assert.Equal(withToken + "|" + without, SchemesSent(new Widgets { OperationTraits = ", \"auth\": " + auth }.Service));

    /// <summary>As in the model of Bedrock Runtime, whose operations have no authentication traits.</summary>
    [Theory]
    [InlineData("", "Bearer|AWS4-HMAC-SHA256")]
    [InlineData(""", "auth": ["aws.auth#sigv4"]""", "AWS4-HMAC-SHA256|AWS4-HMAC-SHA256")]
    [InlineData(""", "authtype": "none" """, "|")]
    public void The_schemes_of_the_service_count_where_an_operation_has_none_of_its_own(string operationTraits, string expected)
    {
        var model = new Widgets { OperationTraits = operationTraits }.Service.Replace(
            "\"serviceId\":", "\"auth\": [\"aws.auth#sigv4\", \"smithy.api#httpBearerAuth\"], \"serviceId\":", System.StringComparison.Ordinal);

        Assert.Equal(expected, SchemesSent(model));
    }

    /// <summary>The scheme in the header <c>Authorization</c> of a call with a token, and of one without, separated by a bar.</summary>
    private static string SchemesSent(string model)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText(Widgets.Path, model));
        test.TestState.AdditionalFiles.Add(Widgets.EndpointRulesFile);
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

        return (string)test.Run().Invoke("Probe", "Run")!;
    }
}
