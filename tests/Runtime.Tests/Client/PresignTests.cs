using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Client;

public class PresignTests
{
    private const string Token = "session/token+=";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly GetItemRequest Item = new("a/b c", Verbose: true);

    [Fact]
    public async Task A_URL_holds_all_that_the_request_takes()
    {
        var request = await Client(new StubHandler()).PresignAsync(GetItem.Instance, Item, Hour);

        Assert.Equal(HttpMethod.Get, request.Method);
        Assert.StartsWith("https://teststore.us-east-1.amazonaws.com/items/a%2Fb%20c?verbose=true&X-Amz-Algorithm=", request.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Empty(request.Headers);
        Assert.Equal(0, request.Body.Length);
        var query = Query(request);
        Assert.Equal("AKIDEXAMPLE/20261120/us-east-1/teststore/aws4_request", query["X-Amz-Credential"]);
        Assert.Equal("20261120T032000Z", query["X-Amz-Date"]);
        Assert.Equal("3600", query["X-Amz-Expires"]);
        Assert.Equal("host", query["X-Amz-SignedHeaders"]);
        Assert.Equal(Token, query["X-Amz-Security-Token"]);
        Assert.Matches("^[0-9a-f]{64}$", query["X-Amz-Signature"]);
    }

    [Fact]
    public async Task Nothing_is_sent()
    {
        var handler = new StubHandler();

        await Client(handler).PresignAsync(GetItem.Instance, Item, Hour);

        Assert.Empty(handler.Seen);
    }

    [Fact]
    public async Task What_is_signed_besides_the_host_is_to_be_sent_along()
    {
        var request = await Client(new StubHandler()).PresignAsync(PutItem.Instance, new PutItemRequest("id", "n", "t", "label"), Hour);

        Assert.Equal(new Dictionary<string, string> { ["content-type"] = "application/json", ["x-label"] = "label" }, request.Headers);
        Assert.Equal("content-type;host;x-label", Query(request)["X-Amz-SignedHeaders"]);
        Assert.Contains("\"name\":\"n\"", Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_is_signed()
    {
        var client = Client(new StubHandler());

        var one = await client.PresignAsync(PutItem.Instance, new PutItemRequest("id", "n", "t"), Hour);
        var other = await client.PresignAsync(PutItem.Instance, new PutItemRequest("id", "m", "t"), Hour);

        Assert.NotEqual(Query(one)["X-Amz-Signature"], Query(other)["X-Amz-Signature"]);
    }

    /// <summary>The body of a request is memory that the next call uses.</summary>
    [Fact]
    public async Task A_request_stays_as_it_is_while_the_client_goes_on()
    {
        var client = Client(new StubHandler(() => StubHandler.Json("{}")));
        var request = await client.PresignAsync(PutItem.Instance, new PutItemRequest("id", "first", "t"), Hour);
        var before = request.Body.ToArray();

        await client.PutItemAsync(new PutItemRequest("id", "other", "u"));

        Assert.Equal(before, request.Body.ToArray());
    }

    [Theory]
    [InlineData(1, 1.9)]
    [InlineData(7 * 24 * 3600, 7 * 24 * 3600)]
    public async Task A_URL_expires_when_it_says(int seconds, double given)
    {
        var request = await Client(new StubHandler()).PresignAsync(GetItem.Instance, Item, TimeSpan.FromSeconds(given));

        Assert.Equal(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture), Query(request)["X-Amz-Expires"]);
        Assert.Equal(FakeClock.Beginning.AddSeconds(seconds), request.Expires);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.999)]
    [InlineData(-1)]
    [InlineData((7 * 24 * 3600) + 1)]
    public async Task A_time_out_of_range_is_refused(double seconds)
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Client(new StubHandler()).PresignAsync(GetItem.Instance, Item, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task A_URL_ends_with_the_credentials()
    {
        var end = FakeClock.Beginning.AddMinutes(10);
        var credentials = new AwsCredentials("AKIDEXAMPLE", "secret", Token, end);

        var request = await Client(new StubHandler(), credentials).PresignAsync(GetItem.Instance, Item, Hour);

        Assert.Equal(end, request.Expires);
        Assert.Equal("3600", Query(request)["X-Amz-Expires"]);
    }

    [Fact]
    public async Task The_text_of_a_request_gives_nothing_away()
    {
        var request = await Client(new StubHandler()).PresignAsync(GetItem.Instance, Item, Hour);

        Assert.Equal("GET https://teststore.us-east-1.amazonaws.com/…, expires 2026-11-20 04:20:00Z", request.ToString());
    }

    [Fact]
    public async Task An_operation_that_is_not_signed_has_no_such_URL()
        => await Assert.ThrowsAsync<ArgumentException>(() => Client(new StubHandler()).PresignAsync(GetItem.Unsigned, Item, Hour));

    [Fact]
    public async Task Bad_input_is_refused()
        => await Assert.ThrowsAsync<ArgumentException>(() => Client(new StubHandler()).PresignAsync(GetItem.Instance, new GetItemRequest(".."), Hour));

    [Fact]
    public async Task The_caller_can_stop_waiting_for_credentials()
    {
        using var source = new CancellationTokenSource();
        var credentials = new Waiting(source);

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(
            () => Client(new StubHandler(), credentials).PresignAsync(GetItem.Instance, Item, Hour, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_client_that_is_disposed_of_signs_no_more()
    {
        var client = Client(new StubHandler());
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.PresignAsync(GetItem.Instance, Item, Hour));
    }

    private static TestClient Client(StubHandler handler, IAwsCredentialsProvider? credentials = null)
        => TestClient.Over(handler, options => options.Credentials = credentials ?? new AwsCredentials("AKIDEXAMPLE", "secret", Token));

    private static Dictionary<string, string> Query(PresignedRequest request) => request.Url.Query.TrimStart('?').Split('&')
        .Select(static parameter => parameter.Split('=', 2))
        .ToDictionary(static parts => parts[0], static parts => Uri.UnescapeDataString(parts[1]));

    private sealed class Waiting(CancellationTokenSource source) : IAwsCredentialsProvider
    {
        public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
