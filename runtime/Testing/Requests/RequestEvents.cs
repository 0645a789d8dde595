using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The events of a request, which can be enumerated once, as they are received. Messages around signed events are removed.</summary>
/// <typeparam name="TEvent">The type of the events.</typeparam>
/// <param name="stream">The body.</param>
/// <param name="read">Deserializes an event.</param>
/// <param name="readError">Creates the exception for an error in the stream.</param>
internal sealed class RequestEvents<TEvent>(Stream stream, EventReading<TEvent> read, EventErrorReading readError) : IAsyncEnumerable<TEvent>
{
    private int _isEnumerated;

    public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isEnumerated, 1) == 0
            ? EnumerateAsync(cancellationToken)
            : throw new InvalidOperationException("The events are read as the client sends them and cannot be enumerated again.");

    private async IAsyncEnumerator<TEvent> EnumerateAsync(CancellationToken cancellationToken)
    {
        using var buffer = new EventBuffer();
        while (await buffer.NextAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            if (TryRead(buffer.Message, out var value))
            {
                yield return value;
            }
        }
    }

    private bool TryRead(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out TEvent value)
    {
        var message = EventMessage.Decode(bytes);
        if (message.TryFind(":chunk-signature"u8, out _))
        {
            if (message.Payload.IsEmpty)
            {
                // The end of signed events.
                value = default;
                return false;
            }

            message = EventMessage.Decode(message.Payload);
        }

        if (message.GetText(":message-type"u8).SequenceEqual("exception"u8))
        {
            throw ReadError(message);
        }

        var type = message.GetText(":event-type"u8);
        if (type.SequenceEqual("initial-request"u8))
        {
            value = default;
            return false;
        }

        var reader = new EventReader(message, type);
        value = read(ref reader);
        return true;
    }

    private AwsServiceException ReadError(EventMessage message)
    {
        using var response = new HttpResponseMessage();
        var code = Encoding.UTF8.GetString(message.GetText(":exception-type"u8));
        var reader = new ErrorReader(response, code, code: null, text: null, message.Payload);
        return readError(ref reader) ?? new AwsServiceException("The client sent the error " + code + ".") { ErrorCode = code };
    }
}
