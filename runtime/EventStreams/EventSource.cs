using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The events of a response, which holds the connection meanwhile.</summary>
internal abstract class EventSource : IDisposable, IAsyncDisposable
{
    private protected EventSource()
    {
    }

    /// <summary>Where the events come from; set before anyone can ask for them.</summary>
    public EventOrigin Origin { protected get; set; } = null!;

    /// <summary>What ends with the stream, if it is more than the response.</summary>
    public IDisposable? Connection { protected get; set; }

    /// <summary>Ends the stream and gives the connection back.</summary>
    public abstract void Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return Connection is IAsyncDisposable connection ? connection.DisposeAsync() : default;
    }
}

/// <summary>The events of a response as the caller gets them: one after the other while they come, once.</summary>
internal sealed class EventSource<TEvent>(HttpResponseMessage response, EventReading<TEvent> read, EventErrorReading readError)
    : EventSource, IAsyncEnumerable<TEvent>
{
    private int _isTaken;
    private volatile bool _isDisposed;

    public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isTaken, 1) == 0
            ? EnumerateAsync(cancellationToken)
            : throw new InvalidOperationException("The events are read as the service sends them: they cannot be enumerated a second time.");

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
                yield return Read(buffer);
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
            throw new ObjectDisposedException("The response was disposed of while its events were read.", exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw Origin.CreateTransportError(exception);
        }
    }

    private TEvent Read(EventBuffer buffer)
    {
        try
        {
            var message = EventMessage.Decode(buffer.Message);
            var type = Text(message, ":message-type"u8);
            return type.SequenceEqual("event"u8) ? ReadEvent(message)
                : type.SequenceEqual("exception"u8) ? throw ReadError(Text(message, ":exception-type"u8), text: null, message.Payload)
                : type.SequenceEqual("error"u8) ? throw ReadError(Text(message, ":error-code"u8), OptionalText(message, ":error-message"u8), [])
                : throw new WireFormatException("An event has an unknown message type.");
        }
        catch (WireFormatException exception)
        {
            throw Origin.CreateFormatError(exception, buffer.Position);
        }
    }

    private TEvent ReadEvent(EventMessage message)
    {
        var reader = new EventReader(message, Text(message, ":event-type"u8));
        var value = read(ref reader);
        reader.Json.End();
        return reader.Json.OmitUnreadable() > 0 ? read(ref reader) : value;
    }

    private AwsException ReadError(ReadOnlySpan<byte> type, string? text, ReadOnlySpan<byte> payload)
    {
        var code = Encoding.UTF8.GetString(type);
        var reader = new ErrorReader(response, code, text, payload);
        var error = readError(ref reader) ?? Origin.ReadError(ref reader);
        if (reader.Json.OmitUnreadable() > 0)
        {
            // Members that are not as modeled must not hide the error itself: once more, without them.
            error = readError(ref reader) ?? Origin.ReadError(ref reader);
        }

        return Origin.CreateServiceError(error, code);
    }

    private static ReadOnlySpan<byte> Text(EventMessage message, ReadOnlySpan<byte> name) =>
        message.TryFind(name, out var header) && header.Type == EventHeaderType.Text
            ? header.Value
            : throw new WireFormatException($"An event lacks the header '{Encoding.UTF8.GetString(name)}', or it is no text.");

    private static string? OptionalText(EventMessage message, ReadOnlySpan<byte> name) =>
        message.TryFind(name, out var header) && header.Type == EventHeaderType.Text ? Encoding.UTF8.GetString(header.Value) : null;
}
