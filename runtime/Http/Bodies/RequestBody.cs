using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// The body of an attempt. It controls all reads of its source, so that they can be canceled. A handler may read the body while it receives the
/// response, and may read it again to resend the message.
/// </summary>
/// <param name="reading">The object for the first serialization, which is reused across calls.</param>
internal abstract class RequestBody(BodyReading reading) : HttpContent
{
    private const int Closed = 1 << 30;

    private BodyReading _latest = reading;

    // The number of serializations that were started, and the flag Closed.
    private int _state;

    /// <summary>Whether another attempt can send the body.</summary>
    public abstract bool CanResend { get; }

    /// <summary>Whether no serialization is running.</summary>
    public bool IsIdle => !IsStarted || Volatile.Read(ref _latest).HasEnded;

    /// <summary>Whether a serialization has started.</summary>
    protected bool IsStarted => (Volatile.Read(ref _state) & ~Closed) > 0;

    private bool IsClosed => (Volatile.Read(ref _state) & Closed) != 0;

    /// <summary>Cancels running serializations, and prevents later ones.</summary>
    /// <returns>A task that completes when they have ended.</returns>
    public Task CancelAsync()
    {
        Interlocked.Or(ref _state, Closed);
        return Volatile.Read(ref _latest).CancelAsync();
    }

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var current = Start(out var earlier);
        CancellationTokenRegistration registration = default;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (earlier is not null)
            {
                registration = current.CancelWith(cancellationToken);
                await RestartAsync(earlier, current.Token).ConfigureAwait(false);
            }

            var writing = WriteToAsync(stream, current.Token);
            if (!writing.IsCompleted && registration == default)
            {
                registration = current.CancelWith(cancellationToken);
            }

            await writing.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested && exception.CancellationToken != cancellationToken)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            current.End();
        }
    }

    /// <summary>Writes the body.</summary>
    protected abstract ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken);

    /// <summary>Prepares the body to be written again, for a handler that resends the message.</summary>
    /// <param name="earlier">The previous serialization, which may still be running.</param>
    /// <param name="cancellationToken">Cancels the wait for it.</param>
    protected abstract ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken);

    private BodyReading Start(out BodyReading? earlier)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            var latest = Volatile.Read(ref _latest);
            var current = latest;
            earlier = null;
            if (!latest.TryStart())
            {
                current = new BodyReading(latest);
                current.TryStart();
                if (Interlocked.CompareExchange(ref _latest, current, latest) != latest)
                {
                    continue;
                }

                earlier = latest;
            }

            if ((Interlocked.Increment(ref _state) & Closed) == 0)
            {
                return current;
            }

            // The body was closed in the meantime, and the object may already be reused for another body.
            current.End();
        }
    }
}
