using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Messages of event streams, to the byte: valid ones are read as they are and written as they were, others are rejected.</summary>
public sealed class EventStreamFraming(ConformanceRun run) : Suite(run)
{
    private const string File = "conformance/eventstream/framing.json";

    [Vectors(File)]
    public Task MessagesAreReadOrRejected()
    {
        var cases = JsonCase.ByName(SuitesFolder.Load(File).GetProperty("cases")).ToList();
        var valid = cases.Where(static test => test.Json.TryGetProperty("decoded", out _)).SelectMany(static test => Bytes(test.Json)).ToArray();
        return RunAsync<NamedCheck>(
            "eventstream/framing",
            [
                .. cases.Select(static test => new NamedCheck(test.Id, differences => CheckAsync(test.Json, differences))),
                new("cut-at-every-position", differences => CutAsync(valid, differences)),
                new("ends-at-every-position", differences => EndAsync(valid, differences)),
            ],
            static (check, differences) => check.Check(differences));
    }

    private static async Task CheckAsync(JsonElement test, Differences differences)
    {
        var bytes = Bytes(test);
        if (!test.TryGetProperty("decoded", out var decoded))
        {
            await Assert.ThrowsAsync<WireFormatException>(() => EventMessages.ReadAsync(new MemoryStream(bytes)));
            return;
        }

        var message = Assert.Single(await EventMessages.ReadAsync(new MemoryStream(bytes)));
        differences.Expect("headers", string.Join(' ', decoded.GetProperty("headers").EnumerateArray().Select(Text)), Text(message));
        differences.Expect("payload", decoded.GetProperty("payload").GetString(), Convert.ToBase64String(message.Payload));
        var again = new Utf8Buffer();
        EventMessage.Encode(bytes.AsSpan(EventMessage.PreludeLength, decoded.GetProperty("headersLength").GetInt32()), message.Payload, again);
        differences.Expect("encoded", Convert.ToBase64String(bytes), Convert.ToBase64String(again.Written));
    }

    /// <summary>However the network cuts the stream, the messages are the same.</summary>
    private static async Task CutAsync(byte[] bytes, Differences differences)
    {
        var whole = (await EventMessages.ReadAsync(new MemoryStream(bytes))).ConvertAll(Text);
        for (var position = 0; position <= bytes.Length; position++)
        {
            var messages = await EventMessages.ReadAsync(new CutStream(bytes, position));
            differences.Expect("cut at " + position.ToString(CultureInfo.InvariantCulture), string.Join('\n', whole), string.Join('\n', messages.ConvertAll(Text)));
        }
    }

    /// <summary>A stream that ends between two messages is shorter; one that ends within a message is malformed.</summary>
    private static async Task EndAsync(byte[] bytes, Differences differences)
    {
        var ends = new HashSet<int> { 0 };
        for (var end = 0; end < bytes.Length; ends.Add(end))
        {
            end += EventMessage.GetLength(bytes.AsSpan(end, EventMessage.PreludeLength));
        }

        for (var position = 0; position <= bytes.Length; position++)
        {
            var isMalformed = false;
            try
            {
                await EventMessages.ReadAsync(new MemoryStream(bytes, 0, position));
            }
            catch (WireFormatException)
            {
                isMalformed = true;
            }

            differences.Expect("malformed when it ends at " + position.ToString(CultureInfo.InvariantCulture), !ends.Contains(position), isMalformed);
        }
    }

    private static string Text(PlainMessage message) => string.Join(' ', message.Headers.Select(static h => h.Key + "=" + h.Value));

    private static string Text(JsonElement header) =>
        header.GetProperty("name").GetString() + "=" + header.GetProperty("type").GetString() + ":" + header.GetProperty("value") switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            var other => other.GetRawText(),
        };

    private static byte[] Bytes(JsonElement test) => test.TryGetProperty("encoded", out var encoded)
        ? encoded.GetBytesFromBase64()
        : [.. test.GetProperty("encodedParts").EnumerateArray().SelectMany(static part => part.TryGetProperty("base64", out var bytes)
            ? bytes.GetBytesFromBase64()
            : Enumerable.Repeat(part.GetProperty("repeatByte").GetByte(), part.GetProperty("count").GetInt32()))];

    /// <summary>Gives its bytes in two pieces.</summary>
    private sealed class CutStream(byte[] bytes, int cut) : MemoryStream(bytes, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Position < cut && Position + buffer.Length > cut ? buffer[..(int)(cut - Position)] : buffer, cancellationToken);
    }
}
