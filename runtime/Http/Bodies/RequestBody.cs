using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// The body of one attempt, and the only owner of what it is read from: whoever reads can be ended. A handler may read it while the response comes,
/// and again if it sends the message again.
/// </summary>
/// <param name="reading">What the first serialization uses, so that it need not be created for each call.</param>
internal abstract class RequestBody(BodyReading reading) : HttpContent
{
    private const int Closed = 1 << 30;

    private BodyReading _latest = reading;

    // How many serializations were started, and whether others may follow.
    private int _state;

    /// <summary>Whether another attempt can send the body.</summary>
    public abstract bool CanSendAgain { get; }

    /// <summary>Whether nobody reads from the body at the moment.</summary>
    public bool IsIdle => !IsStarted || Volatile.Read(ref _latest).HasEnded;

    /// <summary>Whether a handler has read from the body, or begun to.</summary>
    protected bool IsStarted => (Volatile.Read(ref _state) & ~Closed) > 0;

    private bool IsClosed => (Volatile.Read(ref _state) & Closed) != 0;

    /// <summary>Cancels the serializations that run, and refuses later ones.</summary>
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

    /// <summary>Makes the body ready to be written once more, for a handler that sends the message again.</summary>
    /// <param name="earlier">The serialization before, which may still run.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    protected abstract ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken);

    private BodyReading Start(out BodyReading? earlier)
    {
        for (;;)
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

            // The body was closed meanwhile, and the reading may belong to another body by now.
            current.End();
        }
    }
}
