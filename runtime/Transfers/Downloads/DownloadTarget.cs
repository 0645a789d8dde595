using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Where a download writes to.</summary>
internal abstract class DownloadTarget : IDisposable
{
    /// <summary>The maximum size of a range.</summary>
    public abstract long MaxRangeSize { get; }

    /// <summary>Prepares the target.</summary>
    /// <param name="length">The length of the object; <see langword="null"/> if it is not known.</param>
    public abstract void Open(long? length);

    /// <summary>Downloads all ranges of the object.</summary>
    /// <param name="ranges">Downloads a range, given its index, into a sink.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    public abstract Task WriteAsync(IRangeDownloads ranges, CancellationToken cancellationToken);

    /// <summary>Makes the complete and verified content visible.</summary>
    public abstract void Complete();

    /// <summary>Closes the target. If it is not complete, what can be deleted is deleted.</summary>
    public abstract void Dispose();
}

/// <summary>The ranges of an object that is downloaded.</summary>
internal interface IRangeDownloads
{
    /// <summary>The number of ranges.</summary>
    int Count { get; }

    /// <summary>The maximum number of ranges that are downloaded at the same time.</summary>
    int MaxConcurrency { get; }

    /// <summary>Gets the length of a range, which is known if there are several.</summary>
    int GetLength(int index);

    /// <summary>Downloads a range.</summary>
    Task DownloadAsync(int index, RangeSink sink, CancellationToken cancellationToken);
}
