using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A stream. Several ranges are downloaded to memory in parallel, and written in their order.</summary>
internal sealed class StreamTarget(Stream destination) : DownloadTarget
{
    public override long MaxRangeSize => Array.MaxLength;

    public override void Open(long? length)
    {
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The loop or the finally block disposes each sink.")]
    public override async Task WriteAsync(IRangeDownloads ranges, CancellationToken cancellationToken)
    {
        if (ranges.Count == 1)
        {
            using var sink = RangeSink.ForStream(destination);
            await ranges.DownloadAsync(0, sink, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<MemorySink>>();
        try
        {
            var next = 0;
            while (next < ranges.Count || running.Count > 0)
            {
                for (; next < ranges.Count && running.Count < ranges.MaxConcurrency; next++)
                {
                    running.Enqueue(DownloadAsync(ranges, next, source.Token));
                }

                using var sink = await running.Dequeue().ConfigureAwait(false);
                await destination.WriteAsync(sink.Bytes, source.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        finally
        {
            await source.CancelAsync().ConfigureAwait(false);
            foreach (var task in running)
            {
                await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (task.IsCompletedSuccessfully)
                {
                    (await task.ConfigureAwait(false)).Dispose();
                }
            }
        }
    }

    public override void Complete()
    {
    }

    public override void Dispose()
    {
    }

    private static async Task<MemorySink> DownloadAsync(IRangeDownloads ranges, int index, CancellationToken cancellationToken)
    {
        var sink = new MemorySink(ranges.GetLength(index));
        try
        {
            await ranges.DownloadAsync(index, sink, cancellationToken).ConfigureAwait(false);
            return sink;
        }
        catch
        {
            sink.Dispose();
            throw;
        }
    }
}
