using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>A message with its headers as text: type and value by name.</summary>
internal sealed record PlainMessage(IReadOnlyDictionary<string, string> Headers, byte[] Payload);

/// <summary>Takes streams of events apart with the runtime's reader.</summary>
internal static class EventMessages
{
    public static async Task<List<PlainMessage>> ReadAsync(Stream stream)
    {
        var messages = new List<PlainMessage>();
        using var buffer = new EventBuffer();
        while (await buffer.NextAsync(stream, CancellationToken.None))
        {
            messages.Add(Plain(buffer.Message));
        }

        return messages;
    }

    public static PlainMessage Plain(ReadOnlySpan<byte> bytes)
    {
        var message = EventMessage.Decode(bytes);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var cursor = new EventHeaderCursor(message.Headers); cursor.Next(out var header);)
        {
            headers.Add(Encoding.UTF8.GetString(header.Name), Text(header));
        }

        return new PlainMessage(headers, message.Payload.ToArray());
    }

    /// <summary>A header's type and value, as <c>integer:7</c>; blobs are in base64, timestamps in milliseconds.</summary>
    private static string Text(EventHeader header) => header.Type switch
    {
        EventHeaderType.True => "boolean:true",
        EventHeaderType.False => "boolean:false",
        EventHeaderType.Byte => Number("byte", (sbyte)header.Value[0]),
        EventHeaderType.Int16 => Number("short", BinaryPrimitives.ReadInt16BigEndian(header.Value)),
        EventHeaderType.Int32 => Number("integer", BinaryPrimitives.ReadInt32BigEndian(header.Value)),
        EventHeaderType.Int64 => Number("long", BinaryPrimitives.ReadInt64BigEndian(header.Value)),
        EventHeaderType.Blob => "blob:" + Convert.ToBase64String(header.Value),
        EventHeaderType.Text => "string:" + Encoding.UTF8.GetString(header.Value),
        EventHeaderType.Timestamp => Number("timestamp", BinaryPrimitives.ReadInt64BigEndian(header.Value)),
        _ => "uuid:" + new Guid(header.Value, bigEndian: true).ToString("D"),
    };

    private static string Number(string type, long value) => type + ":" + value.ToString(CultureInfo.InvariantCulture);
}
