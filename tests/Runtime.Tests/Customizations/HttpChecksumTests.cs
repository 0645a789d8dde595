using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Customizations;

/// <summary>Checksums of requests and responses, in whole calls.</summary>
public sealed class HttpChecksumTests
{
    private const string Crc32Header = "x-amz-checksum-crc32";
    private const string DigitsCrc32 = "y/Q5Jg==";

    private static MemoryStream Digits => new("123456789"u8.ToArray());

    [Fact]
    public async Task A_body_in_memory_has_its_checksum_in_a_header()
    {
        var seen = await SendAsync(StoreItem.UploadBytes, new StoreRequest(Digits));

        Assert.Equal((DigitsCrc32, "CRC32"), (seen.Headers[Crc32Header], seen.Headers["x-amz-sdk-checksum-algorithm"]));
        Assert.Equal("15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225", seen.Headers["x-amz-content-sha256"]);
    }

    [Fact]
    public async Task A_stream_has_its_checksum_in_a_trailer()
    {
        var seen = await SendAsync(StoreItem.Upload, new StoreRequest(Digits));

        Assert.Equal("9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n", seen.Body);
        Assert.Equal("STREAMING-UNSIGNED-PAYLOAD-TRAILER", seen.Headers["x-amz-content-sha256"]);
        Assert.Equal((Crc32Header, "9", "aws-chunked"), (seen.Headers["x-amz-trailer"], seen.Headers["x-amz-decoded-content-length"], seen.Headers["Content-Encoding"]));
        Assert.False(seen.Headers.ContainsKey(Crc32Header));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(200000)]
    public async Task The_length_of_an_encoded_stream_is_that_of_its_bytes(int length)
    {
        foreach (var endpoint in new[] { "https://storage.example", "http://storage.example" })
        {
            var lengths = new List<(long? Declared, int Sent)>();
            var handler = StubHandler.Over(async (message, cancellationToken) =>
            {
                lengths.Add((message.Content!.Headers.ContentLength, (await message.Content.ReadAsByteArrayAsync(cancellationToken)).Length));
                return StubHandler.Bytes([]);
            });
            using var client = StorageService.Over(handler, options => options.Endpoint = new Uri(endpoint));

            await client.CallAsync(StoreItem.Upload, new StoreRequest(new MemoryStream(new byte[length])));

            Assert.Equal(lengths.Single().Declared, lengths.Single().Sent);
        }
    }

    [Fact]
    public async Task An_operation_with_a_stream_and_no_body_sends_an_empty_one()
    {
        var seen = await SendAsync(StoreItem.Upload, new StoreRequest(null));

        Assert.Equal("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", seen.Body);
    }

    [Fact]
    public async Task Without_encryption_the_chunks_and_the_trailer_are_signed()
    {
        var seen = await SendAsync(StoreItem.Upload, new StoreRequest(Digits), static options => options.Endpoint = new Uri("http://storage.example"));

        Assert.Equal("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", seen.Headers["x-amz-content-sha256"]);
        Assert.Matches(
            "^9;chunk-signature=[0-9a-f]{64}\r\n123456789\r\n0;chunk-signature=[0-9a-f]{64}\r\nx-amz-checksum-crc32:y/Q5Jg==\r\nx-amz-trailer-signature:[0-9a-f]{64}\r\n\r\n$",
            seen.Body);
    }

    [Fact]
    public async Task A_retry_sends_and_signs_the_stream_anew()
    {
        var handler = new StubHandler(static () => StubHandler.Json("{}", HttpStatusCode.InternalServerError), static () => StubHandler.Json("{}"));
        using var client = StorageService.Over(handler, static options => options.Endpoint = new Uri("http://storage.example"));

        await client.CallAsync(StoreItem.Upload, new StoreRequest(Digits));

        Assert.Equal(2, handler.Seen.Count);
        Assert.All(handler.Seen, static seen => Assert.Contains("\r\n123456789\r\n", seen.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checksum_of_the_caller_is_sent_as_it_is()
    {
        var seen = await SendAsync(StoreItem.Upload, new StoreRequest(Digits) { Checksum = "own" });

        Assert.Equal(("own", "UNSIGNED-PAYLOAD", "123456789"), (seen.Headers["x-amz-checksum-sha1"], seen.Headers["x-amz-content-sha256"], seen.Body));
        Assert.False(seen.Headers.ContainsKey("x-amz-trailer"));
    }

    [Fact]
    public async Task The_caller_can_choose_the_algorithm()
    {
        var seen = await SendAsync(StoreItem.Upload, new StoreRequest(Digits) { Algorithm = "CRC64NVME" });

        Assert.EndsWith("x-amz-checksum-crc64nvme:rosUhgp5mIg=\r\n\r\n", seen.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_algorithm_that_is_not_supported_is_an_argument_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(StoreItem.Upload, new StoreRequest(Digits) { Algorithm = "XXHASH3" }));

    [Fact]
    public async Task An_encoding_of_the_caller_comes_first() =>
        Assert.Equal("gzip,aws-chunked", (await SendAsync(StoreItem.Upload, new StoreRequest(Digits) { Encoding = "gzip" })).Headers["Content-Encoding"]);

    [Fact]
    public async Task When_required_only_required_checksums_are_sent()
    {
        var optional = await SendAsync(StoreItem.Upload, new StoreRequest(Digits), WhenRequired);
        var required = await SendAsync(StoreItem.UploadChecked, new StoreRequest(Digits), WhenRequired);

        Assert.Equal(("123456789", false), (optional.Body, optional.Headers.Keys.Any(static name => name.Contains("checksum", StringComparison.Ordinal))));
        Assert.Equal("15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225", optional.Headers["x-amz-content-sha256"]);
        Assert.Equal(Crc32Header, required.Headers["x-amz-trailer"]);
    }

    [Fact]
    public async Task A_stream_without_length_is_an_argument_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(StoreItem.Upload, new StoreRequest(new OneWayStream("123456789"))));

    [Fact]
    public async Task A_stream_without_length_is_an_argument_error_without_checksum_too() =>
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(StoreItem.Upload, new StoreRequest(new OneWayStream("123456789")), WhenRequired));

    [Fact]
    public async Task The_content_length_is_the_length_of_a_stream_that_cannot_seek()
    {
        var seen = await SendAsync(StoreItem.Upload, new StoreRequest(new OneWayStream("1234567890")) { ContentLength = 9 });

        Assert.Equal("9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n", seen.Body);
    }

    [Fact]
    public async Task A_stream_that_ends_early_fails_the_call() => await Assert.ThrowsAsync<AwsTransportException>(() =>
        SendAsync(StoreItem.Upload, new StoreRequest(new OneWayStream("12")) { ContentLength = 9 }));

    [Fact]
    public async Task The_client_asks_for_checksums_of_responses() => Assert.Equal(
        ("ENABLED", false),
        ((await SendAsync(StoreItem.Download, new StoreRequest(null))).Headers["x-amz-checksum-mode"],
        (await SendAsync(StoreItem.Download, new StoreRequest(null), WhenRequired)).Headers.ContainsKey("x-amz-checksum-mode")));

    [Fact]
    public async Task A_streamed_response_that_matches_is_read_to_its_end() => Assert.Equal("123456789", await ReadAsync(("x-amz-checksum-crc32", DigitsCrc32)));

    [Fact]
    public async Task A_streamed_response_that_does_not_match_fails()
    {
        var error = await Assert.ThrowsAsync<AwsChecksumException>(() => ReadAsync((Crc32Header, "AAAAAA=="), ("x-amz-request-id", "id1")));

        Assert.Equal(("StoreItem", "id1", 1), (error.Operation, error.RequestId, error.Attempts));
        Assert.Contains("CRC32", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAA==-3", "COMPOSITE", HttpStatusCode.OK)]
    [InlineData("AAAAAA==", "FULL_OBJECT", HttpStatusCode.PartialContent)]
    [InlineData("not base64", "", HttpStatusCode.OK)]
    public async Task A_checksum_of_other_bytes_is_not_compared(string checksum, string type, HttpStatusCode status) =>
        Assert.Equal("123456789", await ReadAsync(status, (Crc32Header, checksum), ("x-amz-checksum-type", type)));

    [Fact]
    public async Task A_buffered_response_that_does_not_match_hands_out_nothing()
    {
        var handler = new StubHandler(static () => StubHandler.Bytes("123456789"u8.ToArray(), HttpStatusCode.OK, null, (Crc32Header, "AAAAAA==")));
        using var client = StorageService.Over(handler);

        var error = await Assert.ThrowsAsync<AwsChecksumException>(() => client.CallAsync(StoreItem.DownloadBytes, new StoreRequest(null)));

        Assert.Equal(3, error.Attempts);
    }

    private static void WhenRequired(AwsClientOptions options)
    {
        options.RequestChecksumCalculation = RequestChecksumCalculation.WhenRequired;
        options.ResponseChecksumValidation = ResponseChecksumValidation.WhenRequired;
    }

    private static Task<string> ReadAsync(params (string Name, string Value)[] headers) => ReadAsync(HttpStatusCode.OK, headers);

    private static async Task<string> ReadAsync(HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        using var client = StorageService.Over(new StubHandler(() => StubHandler.Bytes("123456789"u8.ToArray(), status, null, headers)));
        using var response = await client.CallAsync(StoreItem.Download, new StoreRequest(null));
        using var reader = new StreamReader(response.Body!, Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }

    private static async Task<SeenRequest> SendAsync(StoreItem operation, StoreRequest request, Action<AwsClientOptions>? configure = null)
    {
        var handler = new StubHandler(static () => StubHandler.Bytes([]));
        using var client = StorageService.Over(handler, configure);
        using var response = await client.CallAsync(operation, request);
        return handler.Seen.Single();
    }
}
