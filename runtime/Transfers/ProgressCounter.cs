using System;

namespace DataZoneGen.Core;

/// <summary>Reports the progress of a transfer, one report at a time.</summary>
internal sealed class ProgressCounter(IProgress<TransferProgress>? progress, long? total)
{
    private readonly object _lock = new();
    private long _transferred;
    private TransferProgress? _latest;

    /// <summary>Counts bytes. Each byte must be counted once.</summary>
    public void Add(long bytes)
    {
        if (progress is null)
        {
            return;
        }

        lock (_lock)
        {
            _transferred += bytes;
            Report(new TransferProgress(_transferred, total));
        }
    }

    /// <summary>Reports the total, unless the latest report has it.</summary>
    public void Complete(long length)
    {
        if (progress is null)
        {
            return;
        }

        lock (_lock)
        {
            var end = new TransferProgress(length, length);
            if (_latest != end)
            {
                Report(end);
            }
        }
    }

    private void Report(TransferProgress report)
    {
        _latest = report;
        progress!.Report(report);
    }
}
