using System;
using System.Collections.Generic;
using System.IO;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers;

/// <summary>Content, options and progress of transfers.</summary>
internal static class Samples
{
    public const int PartSize = 100;

    public static byte[] Bytes(int length, int seed = 7)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string Hash(string algorithm, ReadOnlySpan<byte> bytes)
    {
        using var hash = BodyHash.Create(algorithm)!;
        hash.Append(bytes);
        return hash.GetTextAndReset();
    }

    public static TransferOptions Options(
        int maxConcurrency = 3, IProgress<TransferProgress>? progress = null, bool keepParts = false, UploadState? resumeFrom = null, long partSize = PartSize,
        TimeSpan? abortTimeout = null) => new()
        {
            MinPartSizeBytes = 1,
            PartSizeBytes = partSize,
            MaxConcurrency = maxConcurrency,
            Progress = progress,
            KeepPartsOnFailure = keepParts,
            ResumeFrom = resumeFrom,
            AbortTimeout = abortTimeout ?? TimeSpan.FromMinutes(1),
        };
}

/// <summary>A stream that cannot seek and returns a few bytes at a time.</summary>
internal sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);

    public override System.Threading.Tasks.ValueTask<int> ReadAsync(Memory<byte> buffer, System.Threading.CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
}

/// <summary>Keeps the reports of progress. They must not overlap.</summary>
internal sealed class ProgressLog : IProgress<TransferProgress>
{
    private int _reporting;

    public List<TransferProgress> Reports { get; } = [];

    public void Report(TransferProgress value)
    {
        Assert.Equal(1, System.Threading.Interlocked.Increment(ref _reporting));
        Reports.Add(value);
        System.Threading.Interlocked.Decrement(ref _reporting);
    }
}

/// <summary>A folder for the files of a test.</summary>
internal sealed class TransferFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("datazonegen-transfers-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
