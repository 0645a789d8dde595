using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A body that is read from the caller's stream while it is sent. It does not dispose of the stream.</summary>
/// <param name="stream">The stream.</param>
/// <param name="start">The position from which it is sent, if it can seek.</param>
/// <param name="length">How many bytes are sent; <see langword="null"/> when that cannot be known.</param>
/// <param name="reading">What the first serialization uses.</param>
internal sealed class StreamBody(Stream stream, long start, long? length, BodyReading reading) : RequestBody(reading)
{
    public override bool CanSendAgain => !IsStarted || (IsIdle && stream.CanSeek);

    protected override ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            stream.Position = start;
        }

        return new ValueTask(stream.CopyToAsync(target, cancellationToken));
    }

    protected override ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken)
    {
        if (!stream.CanSeek)
        {
            throw new InvalidOperationException("The stream was already sent and cannot be read again: give a stream that can seek.");
        }

        // Two cannot read one stream, and a handler that sends again has given the earlier request up.
        return new ValueTask(earlier.CancelAsync().WaitAsync(cancellationToken));
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length.GetValueOrDefault();
        return length is not null;
    }
}
