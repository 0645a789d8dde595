using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Requests;

/// <summary>Bodies of one megabyte, whose memory is pooled.</summary>
public class LargeBodyTests
{
    private const int Count = 10_000;

    private static readonly string Text = string.Concat(Enumerable.Repeat("Some text & more. ", 6));

    [Fact]
    public void Json_allocates_nothing() => AssertAllocatesNothing(static request =>
    {
        request.Json.BeginArray();
        for (var index = 0; index < Count; index++)
        {
            request.Json.String(Text);
        }

        request.Json.EndArray();
    });

    [Fact]
    public void Cbor_allocates_nothing() => AssertAllocatesNothing(static request =>
    {
        request.Cbor.BeginArray();
        for (var index = 0; index < Count; index++)
        {
            request.Cbor.String(Text);
        }

        request.Cbor.EndArray();
    });

    [Fact]
    public void Xml_allocates_nothing() => AssertAllocatesNothing(static request =>
    {
        request.Xml.Name("root"u8);
        request.Xml.BeginArray("item"u8);
        for (var index = 0; index < Count; index++)
        {
            request.Xml.String(Text);
        }

        request.Xml.EndArray();
    });

    [Fact]
    public void Forms_allocate_nothing() => AssertAllocatesNothing(static request =>
    {
        for (var index = 0; index < Count; index++)
        {
            request.Form.String("Name"u8, Text);
        }
    });

    [Fact]
    public async Task A_call_allocates_much_less_than_its_body()
    {
        using var handler = StubHandler.Over(static async (message, cancellationToken) =>
        {
            await message.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return StubHandler.Json("{}");
        });
        using var client = TestClient.Over(handler);
        var request = new PutItemRequest("id", new string('x', 1024 * 1024), "token");
        await client.PutItemAsync(request);
        var before = GC.GetAllocatedBytesForCurrentThread();

        await client.PutItemAsync(request);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 16 * 1024);
    }

    private static void AssertAllocatesNothing(Action<RequestWriter> write)
    {
        var request = new RequestWriter();

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            request.Reset(idempotencyTokens: null);
            write(request);
        }));
        Assert.InRange(request.BodyBytes.Length, 1_000_000, int.MaxValue);
    }
}
