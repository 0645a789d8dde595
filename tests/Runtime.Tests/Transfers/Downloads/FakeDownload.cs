using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Downloads;

internal sealed record GetResponse(ObjectContent Content) : AwsStreamingResponse
{
    public long Length { get; init; }

    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}

/// <summary>The operations of a download, by hand, over an object in memory.</summary>
internal sealed class FakeDownload(byte[] stored) : ObjectDownload<GetResponse>
{
    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];
    private readonly List<GetResponse> _responses = [];
    private int _running;

    /// <summary>The ranges and the conditions of the calls.</summary>
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

    public IEnumerable<GetResponse> Responses
    {
        get
        {
            lock (_lock)
            {
                return [.. _responses];
            }
        }
    }

    public int MaxRunning { get; private set; }

    public string? ETag { get; set; } = "\"one\"";

    /// <summary>Whether the service compares the entity tag.</summary>
    public bool HasConditions { get; init; } = true;

    public bool HasRanges { get; init; } = true;

    public bool HasLength { get; init; } = true;

    /// <summary>Whether the service returns a range of an empty object, instead of the error that there is none.</summary>
    public bool HasRangeOfNothing { get; init; }

    public ObjectChecksums? Checksums { get; init; }

    /// <summary>The checksums that HEAD returns.</summary>
    public Func<ObjectChecksums?> OnHead { get; init; } = static () => null;

    /// <summary>Is called with the start of each range before it is returned.</summary>
    public Func<long, CancellationToken, Task> OnGet { get; init; } = static (_, _) => Task.CompletedTask;

    /// <summary>Replaces a body, given the start of its range.</summary>
    public Func<long, byte[], Stream> CreateBody { get; init; } = static (_, bytes) => new MemoryStream(bytes);

    public string? ChecksumType { get; init; }

    public bool IsRangeGiven { get; init; }

    protected internal override bool SelectsPart => IsRangeGiven;

    protected internal override async Task<GetResponse> GetAsync(string? range, string? eTag, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _calls.Add($"{range ?? "all"} {eTag ?? "-"}");
            MaxRunning = Math.Max(MaxRunning, ++_running);
        }

        var (start, end) = range is null ? (0, stored.Length) : Parse(range);
        try
        {
            await OnGet(start, cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                _running--;
            }
        }

        if (range is not null && HasRanges && !HasRangeOfNothing && start >= stored.Length)
        {
            throw new AwsServiceException("range") { StatusCode = HttpStatusCode.RequestedRangeNotSatisfiable };
        }

        if (eTag is not null && eTag != ETag && HasConditions)
        {
            throw new AwsServiceException("condition") { StatusCode = HttpStatusCode.PreconditionFailed };
        }

        var hasRange = range is not null && HasRanges;
        end = hasRange ? Math.Min(end, stored.Length) : stored.Length;
        start = hasRange ? start : 0;
        var response = new GetResponse(new ObjectContent
        {
            Body = CreateBody(start, stored[start..end]),
            ETag = ETag,
            ContentLength = HasLength ? end - start : null,
            ContentRange = hasRange ? $"bytes {start}-{Math.Max(end - 1, 0)}/{stored.Length}" : null,
            Checksums = Checksums,
            ChecksumType = ChecksumType,
        });
        lock (_lock)
        {
            _responses.Add(response);
        }

        return response;
    }

    protected internal override ObjectContent GetContent(GetResponse response) => response.Content;

    protected internal override Task<ObjectChecksums?> GetChecksumsAsync(string? eTag, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _calls.Add($"head {eTag}");
        }

        return Task.FromResult(OnHead());
    }

    protected internal override GetResponse WithoutBody(GetResponse response, long length) =>
        response with { Length = length, Content = new ObjectContent { Body = Stream.Null, ETag = response.Content.ETag } };

    private static (int Start, int End) Parse(string range)
    {
        Assert.StartsWith("bytes=", range, StringComparison.Ordinal);
        var bounds = range["bytes=".Length..].Split('-');
        return (int.Parse(bounds[0], CultureInfo.InvariantCulture), bounds[1].Length == 0 ? int.MaxValue : int.Parse(bounds[1], CultureInfo.InvariantCulture) + 1);
    }
}

/// <summary>A body that breaks off: with an exception, or with an early end.</summary>
internal sealed class BrokenStream(byte[] bytes, bool ends = false) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = Read(buffer.Span);
        return count > 0 || ends ? new ValueTask<int>(count) : throw new IOException("broken");
    }
}
