using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Testing.Core;

/// <summary>Connects code that writes a body with code that reads it, without buffering the whole body.</summary>
internal static class PipedStream
{
    /// <summary>Starts the code that writes.</summary>
    /// <param name="write">Writes the body.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The stream to read. If the writing fails, reading fails, too.</returns>
    public static Stream Start(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        _ = WriteAsync(pipe.Writer, write, cancellationToken);
        return pipe.Reader.AsStream();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The code that reads the body receives the exception.")]
    private static async Task WriteAsync(PipeWriter writer, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        // The caller continues while the body is written.
        await Task.Yield();
        try
        {
            var target = writer.AsStream(leaveOpen: true);
            await using (target.ConfigureAwait(false))
            {
                await write(target, cancellationToken).ConfigureAwait(false);
            }

            await writer.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await writer.CompleteAsync(new IOException("The body ended early, because the code that writes it failed: " + exception.Message, exception)).ConfigureAwait(false);
        }
    }
}
