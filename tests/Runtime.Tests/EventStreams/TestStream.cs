using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests.EventStreams;

/// <summary>An event by hand, just as a generated one.</summary>
internal abstract record TestEvent
{
    public sealed record Item(string? Name, int? Size, ReadOnlyMemory<byte>? Tag = null) : TestEvent;

    public sealed record Chunk(ReadOnlyMemory<byte> Bytes) : TestEvent;

    public sealed record Unknown(string Name) : TestEvent;
}

internal static class TestEventWire
{
    public static TestEvent Read(ref EventReader message)
    {
        if (message.Type.Is("chunk"u8))
        {
            return new TestEvent.Chunk(message.Body.ToArray());
        }

        if (!message.Type.Is("item"u8))
        {
            return new TestEvent.Unknown(message.Type.ToString());
        }

        string? name = null;
        while (message.Json.NextMember(out var member))
        {
            if (member.Is("name"u8))
            {
                name = message.Json.String();
            }
            else
            {
                message.Json.Skip();
            }
        }

        return new TestEvent.Item(name, message.HeaderInt32("size"u8), message.HeaderBlob("tag"u8));
    }

    public static AwsServiceException? ReadError(ref ErrorReader error) => error.Code switch
    {
        "gone" => new NotFoundException(error.Message, "of a stream"),
        "busy" => new BusyException(error.Message),
        _ => null,
    };

    public static void Write(EventWriter message, TestEvent value)
    {
        switch (value)
        {
            case TestEvent.Item item:
                message.Event("item"u8);
                message.HeaderInt32("size"u8, item.Size);
                message.HeaderBlob("tag"u8, item.Tag);
                message.Json.BeginObject();
                message.Json.String("name"u8, item.Name);
                message.Json.EndObject();
                break;
            case TestEvent.Chunk chunk:
                message.Event("chunk"u8);
                message.Body(chunk.Bytes, "application/octet-stream");
                break;
            default:
                throw new ArgumentException("An event that is unknown cannot be sent.", nameof(value));
        }
    }
}

internal sealed record WatchRequest(IAsyncEnumerable<TestEvent>? Events = null);

internal sealed record WatchResponse : AwsStreamingResponse
{
    public IAsyncEnumerable<TestEvent> Events { get; init; } = Wire.Events.Empty<TestEvent>();
}

/// <summary>An operation whose response is events, and whose request may be.</summary>
internal sealed class Watch : Operation<WatchRequest, WatchResponse>
{
    public static readonly Watch Reading = new(AuthType.SigV4, sends: false);

    public static readonly Watch Sending = new(AuthType.SigV4, sends: true);

    public static readonly Watch SendingUnsigned = new(AuthType.None, sends: true);

    private Watch(AuthType auth, bool sends)
        : base(TestService.Description, "Watch", HttpMethod.Post)
    {
        Auth = auth;
        StreamsResponse = true;
        SendsEvents = sends;
    }

    protected internal override void Write(WatchRequest input, RequestWriter request)
    {
        request.Path("/watch"u8);
        if (SendsEvents)
        {
            request.Events(input.Events, TestEventWire.Write);
        }
    }

    protected internal override WatchResponse Read(ref ResponseReader response) =>
        new() { Events = response.Events(TestEventWire.Read, TestEventWire.ReadError) };
}

internal static class TestMessages
{
    /// <summary>The bytes of a message.</summary>
    public static byte[] Message(Action<EventWriter> write)
    {
        var writer = new EventWriter();
        write(writer);
        var bytes = new Utf8Buffer();
        writer.WriteTo(bytes);
        return bytes.Written.ToArray();
    }

    public static byte[] Event(TestEvent value) => Message(writer => TestEventWire.Write(writer, value));

    public static byte[] Exception(string type, string? message = null) => Message(writer =>
    {
        writer.Exception(System.Text.Encoding.UTF8.GetBytes(type));
        writer.Json.BeginObject();
        writer.Json.String("message"u8, message);
        writer.Json.EndObject();
    });

    public static byte[] Error(string? code, string? message) => Message(writer =>
    {
        writer.HeaderString(":message-type"u8, "error");
        writer.HeaderString(":error-code"u8, code);
        writer.HeaderString(":error-message"u8, message);
    });

    /// <summary>A successful response over a stream.</summary>
    public static HttpResponseMessage Answer(Stream stream)
    {
        var message = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) };
        message.Headers.TryAddWithoutValidation("x-amzn-requestid", "request-1");
        return message;
    }
}
