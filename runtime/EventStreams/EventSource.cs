using System;
using System.Collections.Generic;
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
            throw new ObjectDisposedException("The response was disposed while its events were read.", exception);
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
            var type = GetText(message, ":message-type"u8);
            return type.SequenceEqual("event"u8) ? ReadEvent(message)
                : type.SequenceEqual("exception"u8) ? throw ReadError(GetText(message, ":exception-type"u8), text: null, message.Payload)
                : type.SequenceEqual("error"u8) ? throw ReadError(GetText(message, ":error-code"u8), FindText(message, ":error-message"u8), [])
                : throw new WireFormatException("The event message has an unknown message type.");
        }
        catch (WireFormatException exception)
        {
            throw Origin.CreateFormatError(exception, buffer.Position);
        }
    }

    private TEvent ReadEvent(EventMessage message)
    {
        var reader = new EventReader(message, GetText(message, ":event-type"u8));
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
            // Members that do not match the model must not hide the error: read it again without them.
            error = readError(ref reader) ?? Origin.ReadError(ref reader);
        }

        return Origin.CreateServiceError(error, code);
    }

    private static ReadOnlySpan<byte> GetText(EventMessage message, ReadOnlySpan<byte> name) =>
        message.TryFind(name, out var header) && header.Type == EventHeaderType.Text
            ? header.Value
            : throw new WireFormatException($"The event message has no header '{Encoding.UTF8.GetString(name)}', or the header is not a string.");

    private static string? FindText(EventMessage message, ReadOnlySpan<byte> name) =>
        message.TryFind(name, out var header) && header.Type == EventHeaderType.Text ? Encoding.UTF8.GetString(header.Value) : null;
}
