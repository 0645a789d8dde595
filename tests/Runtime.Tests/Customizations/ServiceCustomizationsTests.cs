using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Customizations;

public sealed class ServiceCustomizationsTests
{
    private const string Checksum = "x-amz-crc32";

    private static readonly byte[] Body = """{"Item":{}}"""u8.ToArray();

    [Theory]
    [InlineData("DynamoDB")]
    [InlineData("DynamoDB Streams")]
    public void DynamoDB_has_shorter_delays_and_one_more_attempt(string serviceId)
    {
        var profile = ServiceCustomizations.GetRetryProfile(RetryMode.Standard, serviceId);

        Assert.Equal((TimeSpan.FromMilliseconds(25), 4), (profile.Base, profile.MaxAttempts));
    }

    [Theory]
    [InlineData("DynamoDB")]
    [InlineData("DynamoDB Streams")]
    public async Task A_response_of_DynamoDB_that_does_not_match_its_checksum_is_requested_again(string serviceId)
    {
        var handler = new StubHandler(() => Respond(Body, Crc32.Compute(Body) + 1), () => Respond(Body, Crc32.Compute(Body)));

        Assert.Equal(2, (await NamedClient.CallAsync(serviceId, "GetItem", handler)).Metadata.Attempts);
    }

    [Fact]
    public async Task A_response_that_never_matches_its_checksum_is_an_error()
    {
        var handler = new StubHandler(() => Respond(Body, crc32: 1, headers: ("x-amzn-RequestId", "request-1")));

        var exception = await Assert.ThrowsAsync<AwsChecksumException>(() => NamedClient.CallAsync("DynamoDB", "GetItem", handler));

        Assert.Equal((4, HttpStatusCode.OK, "request-1", "GetItem"), (exception.Attempts, exception.StatusCode, exception.RequestId, exception.Operation));
        Assert.Equal("DynamoDB GetItem failed a checksum test. The body of the response does not match its CRC-32.", exception.Message);
    }

    [Fact]
    public async Task An_error_that_does_not_match_its_checksum_is_requested_again()
    {
        var handler = new StubHandler(
            () => Respond("""{"__type":"ConditionalCheckFailedException"}"""u8.ToArray(), crc32: 1, status: HttpStatusCode.BadRequest),
            () => Respond(Body, Crc32.Compute(Body)));

        Assert.Equal(2, (await NamedClient.CallAsync("DynamoDB", "PutItem", handler)).Metadata.Attempts);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task The_checksum_is_that_of_the_compressed_bytes(int damage, int attempts)
    {
        var compressed = Compress(Body);
        HttpResponseMessage RespondCompressed(int by) => Respond(compressed, Crc32.Compute(compressed) + (uint)by, headers: ("Content-Encoding", "gzip"));

        var response = await NamedClient.CallAsync("DynamoDB", "GetItem", new StubHandler(() => RespondCompressed(damage), () => RespondCompressed(0)));

        Assert.Equal(attempts, response.Metadata.Attempts);
        Assert.Equal(Encoding.UTF8.GetString(Body), response.Body);
    }

    [Fact]
    public async Task A_compressed_response_that_is_damaged_is_requested_again()
    {
        var compressed = Compress(Body);
        var damaged = (byte[])compressed.Clone();
        damaged[^9] ^= 0xFF;

        var response = await NamedClient.CallAsync("DynamoDB", "GetItem", new StubHandler(
            () => Respond(damaged, Crc32.Compute(compressed), headers: ("Content-Encoding", "gzip")),
            () => Respond(compressed, Crc32.Compute(compressed), headers: ("Content-Encoding", "gzip"))));

        Assert.Equal(2, response.Metadata.Attempts);
    }

    /// <summary>A handler that decompresses asks for compression, and removes the headers of the compressed body.</summary>
    [Fact]
    public async Task A_body_that_a_handler_has_decompressed_is_not_checked()
    {
        var handler = StubHandler.Over((request, _) =>
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
            return Task.FromResult(Respond(Body, Crc32.Compute(Compress(Body))));
        });

        Assert.Equal(1, (await NamedClient.CallAsync("DynamoDB", "GetItem", handler)).Metadata.Attempts);
    }

    [Theory]
    [InlineData("Kinesis", "1")]
    [InlineData("DynamoDB", "none")]
    [InlineData("DynamoDB", "-1")]
    [InlineData("DynamoDB", "99999999999")]
    public async Task Other_services_and_texts_that_are_no_checksum_are_not_checked(string serviceId, string header)
    {
        var handler = new StubHandler(() => StubHandler.Bytes(Body, headers: (Checksum, header)));

        Assert.Equal(1, (await NamedClient.CallAsync(serviceId, "GetItem", handler)).Metadata.Attempts);
    }

    [Theory]
    [InlineData("SQS", "ReceiveMessage", 25)]
    [InlineData("SQS", "SendMessage", 5)]
    [InlineData("SFN", "GetActivityTask", 70)]
    [InlineData("SFN", "StartExecution", 5)]
    [InlineData("SWF", "PollForActivityTask", 70)]
    [InlineData("SWF", "PollForDecisionTask", 70)]
    public async Task Operations_that_wait_for_work_have_the_time_for_it(string serviceId, string operation, int seconds)
    {
        var clock = new FakeClock();
        var sent = new TaskCompletionSource();
        var handler = StubHandler.Over(async (_, cancellationToken) =>
        {
            sent.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new HttpResponseMessage();
        });
        var call = NamedClient.CallAsync(serviceId, operation, handler, options =>
            (options.TimeProvider, options.AttemptTimeout, options.MaxAttempts) = (clock, TimeSpan.FromSeconds(5), 1));
        await sent.Task;

        clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<AwsTransportException>(() => call);
    }

    private static HttpResponseMessage Respond(byte[] body, uint crc32, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        StubHandler.Bytes(body, status, "application/x-amz-json-1.0", [(Checksum, crc32.ToString(CultureInfo.InvariantCulture)), .. headers]);

    private static byte[] Compress(byte[] body)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return target.ToArray();
    }
}
