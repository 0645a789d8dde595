using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The events of a request.</summary>
internal abstract class EventInput
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>The exception with which sending the events failed, other than cancellation, such as an exception of the caller's enumerator.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Sends the events as the caller produces them.</summary>
    public async Task SendAsync(Stream target, IEventSigner? signer, CancellationToken cancellationToken)
    {
        try
        {
            await SendAllAsync(target, signer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failure = exception;
            throw;
        }
    }

    protected abstract Task SendAllAsync(Stream target, IEventSigner? signer, CancellationToken cancellationToken);
}

/// <summary>The events of a request, with their serializer.</summary>
internal sealed class EventInput<TEvent>(IAsyncEnumerable<TEvent> events, EventWriting<TEvent> write) : EventInput
{
    protected override async Task SendAllAsync(Stream target, IEventSigner? signer, CancellationToken cancellationToken)
    {
        var writer = new EventWriter();
        var message = new Utf8Buffer();
        var signed = new Utf8Buffer();

        // Flush sends the buffered request headers: the caller may wait for the response before it produces the first event.
        await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            writer.Reset();
            message.Clear();
            write(writer, item);
            writer.WriteTo(message);
            await SendAsync(Sign(message, signer, signed)).ConfigureAwait(false);
        }

        if (signer is not null)
        {
            message.Clear();
            await SendAsync(Sign(message, signer, signed)).ConfigureAwait(false);
        }

        async ValueTask SendAsync(Utf8Buffer bytes)
        {
            await target.WriteAsync(bytes.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static Utf8Buffer Sign(Utf8Buffer message, IEventSigner? signer, Utf8Buffer signed)
    {
        if (signer is null)
        {
            return message;
        }

        signed.Clear();
        signer.Sign(message.Written, signed);
        return signed;
    }
}
