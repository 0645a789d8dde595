using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The events of a response, which keep the connection open.</summary>
internal abstract class EventSource : IDisposable, IAsyncDisposable
{
    private protected EventSource()
    {
    }

    /// <summary>The call. It is set before the events are enumerated.</summary>
    public EventOrigin Origin { protected get; set; } = null!;

    /// <summary>The connection to dispose with the stream, if it is more than the response.</summary>
    public IDisposable? Connection { protected get; set; }

    /// <summary>Ends the stream and releases the connection.</summary>
    public abstract void Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return Connection is IAsyncDisposable connection ? connection.DisposeAsync() : default;
    }
}

/// <summary>The events of a response, which can be enumerated once, as they are received.</summary>
internal sealed class EventSource<TEvent>(HttpResponseMessage response, EventReading<TEvent> read, EventErrorReading readError)
    : EventSource, IAsyncEnumerable<TEvent>
{
    private int _isEnumerated;
    private volatile bool _isDisposed;

    public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isEnumerated, 1) == 0
            ? EnumerateAsync(cancellationToken)
            : throw new InvalidOperationException("The events are read as the service sends them and cannot be enumerated again.");

    public override void Dispose()
    {
        _isDisposed = true;
        (Connection ?? response).Dispose();
    }

    private async IAsyncEnumerator<TEvent> EnumerateAsync(CancellationToken cancellationToken)
    {
        using var buffer = new EventBuffer();
        try
        {
            while (await NextAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                if (TryRead(buffer, out var value))
                {
                    yield return value;
                }
            }
        }
        finally
        {
            Dispose();
        }
    }

    private async ValueTask<bool> NextAsync(EventBuffer buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(AwsStreamingResponse));
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await buffer.NextAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (WireFormatException exception)
        {
            throw Origin.CreateFormatError(exception, buffer.Position);
        }
        catch (Exception exception) when (_isDisposed && exception is not OperationCanceledException)
        {
            throw new ObjectDisposedException("The response was disposed while its events were read.", exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw Origin.CreateTransportError(exception);
        }
    }

    /// <summary>
    /// Reads an event. RPC protocols send the members of the output other than the stream as the first message, which is not an event of the model.
    /// </summary>
    private bool TryRead(EventBuffer buffer, [MaybeNullWhen(false)] out TEvent value)
    {
        try
        {
            var message = EventMessage.Decode(buffer.Message);
            var type = message.GetText(":message-type"u8);
            if (type.SequenceEqual("event"u8))
            {
                return TryReadEvent(message, out value);
            }

            throw type.SequenceEqual("exception"u8) ? ReadError(message.GetText(":exception-type"u8), text: null, message.Payload)
                : type.SequenceEqual("error"u8) ? ReadError(message.GetText(":error-code"u8), FindText(message, ":error-message"u8), [])
                : new WireFormatException("The event message has an unknown message type.");
        }
        catch (WireFormatException exception)
        {
            throw Origin.CreateFormatError(exception, buffer.Position);
        }
    }

    private bool TryReadEvent(EventMessage message, [MaybeNullWhen(false)] out TEvent value)
    {
        var type = message.GetText(":event-type"u8);
        if (type.SequenceEqual("initial-response"u8))
        {
            value = default;
            return false;
        }

        var reader = new EventReader(message, type);
        value = read(ref reader);
        if (Origin.MustReadAgain(ref reader))
        {
            value = read(ref reader);
        }

        return true;
    }

    private AwsException ReadError(ReadOnlySpan<byte> type, string? text, ReadOnlySpan<byte> payload)
    {
        var code = Encoding.UTF8.GetString(type);
        var reader = Origin.ReadError(code, text, payload);
        var error = readError(ref reader) ?? Origin.CreateUnmodeledError(ref reader);
        if (Origin.MustReadAgain(ref reader))
        {
            // Members that do not match the model must not hide the error: read it again without them.
            error = readError(ref reader) ?? Origin.CreateUnmodeledError(ref reader);
        }

        return Origin.CreateServiceError(error, code);
    }

    private static string? FindText(EventMessage message, ReadOnlySpan<byte> name) =>
        message.TryFind(name, out var header) && header.Type == EventHeaderType.Text ? Encoding.UTF8.GetString(header.Value) : null;
}
