using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace DataZoneGen.Core;

/// <summary>A file. Its ranges are written in parallel to a temporary file beside it, which replaces it when it is complete.</summary>
internal sealed class FileTarget(string path) : DownloadTarget
{
    private readonly string _temporaryPath = $"{path}.{Guid.NewGuid():N}.partial";
    private readonly SemaphoreSlim _writer = new(1);
    private SafeFileHandle? _file;
    private bool _isComplete;

    public override long MaxRangeSize => long.MaxValue;

    public override void Open(long? length) => _file = File.OpenHandle(
        _temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous, preallocationSize: length ?? 0);

    public override async Task WriteAsync(IRangeDownloads ranges, CancellationToken cancellationToken)
    {
        using var work = new ParallelWork(ranges.MaxConcurrency, cancellationToken);
        await work.RunAsync(_ => AddRangesAsync(work, ranges)).ConfigureAwait(false);
    }

    public override void Complete()
    {
        _file!.Dispose();
        File.Move(_temporaryPath, path, overwrite: true);
        _isComplete = true;
    }

    public override void Dispose()
    {
        _file?.Dispose();
        _writer.Dispose();
        if (_file is not null && !_isComplete)
        {
            File.Delete(_temporaryPath);
        }
    }

    private async Task AddRangesAsync(ParallelWork work, IRangeDownloads ranges)
    {
        for (var index = 0; index < ranges.Count; index++)
        {
            await work.WaitForSlotAsync().ConfigureAwait(false);
            var current = index;
            work.Start(async token =>
            {
                using var sink = RangeSink.ForFile(_file!, _writer);
                await ranges.DownloadAsync(current, sink, token).ConfigureAwait(false);
            });
        }
    }
}
