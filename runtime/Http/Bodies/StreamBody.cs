using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A body that is read from the caller's stream while it is sent. It does not dispose the stream.</summary>
/// <param name="stream">The stream.</param>
/// <param name="start">The start position of the body, if the stream can seek.</param>
/// <param name="length">The length of the body in bytes; <see langword="null"/> if it is not known.</param>
/// <param name="reading">The object for the first serialization.</param>
internal class StreamBody(Stream stream, long start, long? length, BodyReading reading) : RequestBody(reading)
{
    public sealed override bool CanResend => !IsStarted || (IsIdle && stream.CanSeek);

    protected sealed override ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            stream.Position = start;
        }

        return CopyToAsync(stream, target, cancellationToken);
    }

    /// <summary>Writes the stream, which is at the start of the body.</summary>
    protected virtual ValueTask CopyToAsync(Stream source, Stream target, CancellationToken cancellationToken) =>
        new(source.CopyToAsync(target, cancellationToken));

    protected sealed override ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken)
    {
        if (!stream.CanSeek)
        {
            throw new InvalidOperationException("The stream has already been sent and cannot be read again. Use a stream that supports seeking.");
        }

        // A stream allows one reader at a time, and a handler that resends a message has abandoned the earlier request.
        return new ValueTask(earlier.CancelAsync().WaitAsync(cancellationToken));
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length.GetValueOrDefault();
        return length is not null;
    }
}
