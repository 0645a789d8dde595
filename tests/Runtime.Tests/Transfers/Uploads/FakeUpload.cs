using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Uploads;

internal sealed record PutResponse(string ETag) : AwsResponse
{
    public ObjectChecksums? Checksums { get; init; }
}

/// <summary>The operations of an upload, by hand, and the object that they store.</summary>
internal sealed class FakeUpload(object? client = null) : ObjectUpload<PutResponse>(client ?? new object())
{
    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];
    private int _running;

    /// <summary>The calls in the order in which they began.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public IEnumerable<string> PartCalls => Calls.Where(static call => call.StartsWith("part", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public SortedDictionary<int, byte[]> Parts { get; } = [];

    /// <summary>The stored object.</summary>
    public byte[]? Stored { get; private set; }

    public CompletedUpload? Completed { get; private set; }

    public UploadBody? PutBody { get; private set; }

    /// <summary>The maximum number of parts that were uploaded at the same time.</summary>
    public int MaxRunning { get; private set; }

    /// <summary>Is called for each part before it is stored.</summary>
    public Func<int, UploadBody, CancellationToken, Task> OnPart { get; init; } = static (_, _, _) => Task.CompletedTask;

    public Func<CancellationToken, Task> OnComplete { get; init; } = static _ => Task.CompletedTask;

    public Func<CancellationToken, Task> OnAbort { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Whether the service returns the checksums of what it has stored.</summary>
    public bool ReturnsChecksums { get; init; } = true;

    /// <summary>The checksum that the service returns for every part; null for the correct one.</summary>
    public string? WrongPartChecksum { get; init; }

    public string? WrongChecksum { get; init; }

    public Stream? Content { get; init; }

    public long? GivenLength { get; init; }

    public string? GivenMd5 { get; init; }

    public string? GivenAlgorithm { get; init; }

    public ObjectChecksums? GivenChecksums { get; init; }

    public bool HasChecksumType { get; init; } = true;

    protected internal override Stream? Body => Content;

    protected internal override long? ContentLength => GivenLength;

    protected internal override string? ContentMd5 => GivenMd5;

    protected internal override string? ChecksumAlgorithm => GivenAlgorithm;

    protected internal override ObjectChecksums? RequestChecksums => GivenChecksums;

    protected internal override bool SupportsChecksums => true;

    protected internal override bool SupportsChecksumType => HasChecksumType;

    protected internal override async Task<PutResponse> PutAsync(UploadBody body, CancellationToken cancellationToken)
    {
        Record("put");
        PutBody = body;
        Stored = await ReadAsync(body.Stream, cancellationToken);
        return Respond(body.Checksums);
    }

    protected internal override Task<string?> CreateAsync(string? checksumAlgorithm, string? checksumType, CancellationToken cancellationToken)
    {
        Record($"create {checksumAlgorithm ?? "-"} {checksumType ?? "-"}");
        return Task.FromResult<string?>("upload 1");
    }

    protected internal override async Task<UploadPartResult> UploadPartAsync(string uploadId, int partNumber, UploadBody body, CancellationToken cancellationToken)
    {
        Record(string.Create(CultureInfo.InvariantCulture, $"part {partNumber:D2}"));
        lock (_lock)
        {
            MaxRunning = Math.Max(MaxRunning, ++_running);
        }

        try
        {
            await OnPart(partNumber, body, cancellationToken);
            var bytes = await ReadAsync(body.Stream, cancellationToken);
            lock (_lock)
            {
                Parts[partNumber] = bytes;
            }
        }
        finally
        {
            lock (_lock)
            {
                _running--;
            }
        }

        return new UploadPartResult
        {
            ETag = $"{uploadId}/{partNumber}",
            Checksums = WrongPartChecksum is { } wrong ? new ObjectChecksums { Crc32 = wrong } : ReturnsChecksums ? body.Checksums : null,
        };
    }

    protected internal override async Task<PutResponse> CompleteAsync(CompletedUpload upload, CancellationToken cancellationToken)
    {
        Record("complete " + upload.UploadId);
        await OnComplete(cancellationToken);
        Completed = upload;
        Assert.Equal(upload.Parts.Select(part => $"{upload.UploadId}/{part.PartNumber}"), upload.Parts.Select(static part => part.ETag));
        Stored = [.. upload.Parts.SelectMany(part => Parts[part.PartNumber])];
        return Respond(upload.Checksums);
    }

    protected internal override Task AbortAsync(string uploadId, CancellationToken cancellationToken)
    {
        Record("abort " + uploadId);
        return OnAbort(cancellationToken);
    }

    protected internal override ObjectChecksums? GetChecksums(PutResponse response) => response.Checksums;

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    private PutResponse Respond(ObjectChecksums checksums) => new("etag")
    {
        Checksums = WrongChecksum is { } wrong ? new ObjectChecksums { Crc32 = wrong } : ReturnsChecksums ? checksums : null,
    };

    private void Record(string call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }
}
