using System;
using System.IO;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Fakes;

/// <summary>Streams in both directions, which arrive as they are sent.</summary>
public sealed class StreamTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_handler_reads_a_request_while_the_client_still_writes_it()
    {
        var pipe = new Pipe();
        var fake = new TestFake();
        fake.OnCopyItem().Then(async (request, token) =>
        {
            var first = new byte[5];
            await request.Body.ReadExactlyAsync(first, token);
            await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes("second"), token);
            await pipe.Writer.CompleteAsync();
            using var rest = new StreamReader(request.Body);
            return new CopyResponse(new MemoryStream(Encoding.ASCII.GetBytes(await rest.ReadToEndAsync(token) + Encoding.ASCII.GetString(first))));
        });
        using var client = fake.CreateClient();
        await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes("first"));

        await using var response = await client.CallAsync(CopyItem.Unsigned, new UploadRequest(pipe.Reader.AsStream())).WaitAsync(Limit);

        Assert.Equal("secondfirst", await new StreamReader(response.Body).ReadToEndAsync().WaitAsync(Limit));
    }

    [Fact]
    public async Task A_client_reads_a_response_while_the_handler_still_writes_it()
    {
        var pipe = new Pipe();
        var fake = new TestFake();
        fake.OnCopyItem().Then(_ => new CopyResponse(pipe.Reader.AsStream()));
        using var client = fake.CreateClient();

        await using var response = await client.CallAsync(CopyItem.Unsigned, new UploadRequest(Stream.Null)).WaitAsync(Limit);
        await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes("first"));
        var first = new byte[5];
        await response.Body.ReadExactlyAsync(first).AsTask().WaitAsync(Limit);
        await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes("second"));
        await pipe.Writer.CompleteAsync();

        Assert.Equal(("first", "second"), (Encoding.ASCII.GetString(first), await new StreamReader(response.Body).ReadToEndAsync().WaitAsync(Limit)));
    }

    [Fact]
    public async Task A_truncated_stream_ends_where_the_test_says()
    {
        var fake = new TestFake();
        fake.OnCopyItem().Then(_ => new CopyResponse(new MemoryStream(new byte[100]))).Truncated(30);
        using var client = fake.CreateClient();

        await using var response = await client.CallAsync(CopyItem.Unsigned, new UploadRequest(Stream.Null));
        var target = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(() => response.Body.CopyToAsync(target));

        Assert.Equal(30, target.Length);
    }
}
