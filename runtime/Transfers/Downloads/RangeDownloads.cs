using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Downloads the ranges of an object. If a body breaks off, the rest of its range is requested again.</summary>
/// <param name="operations">The operations of the client.</param>
/// <param name="options">The options.</param>
/// <param name="eTag">The entity tag of the object, which all responses must have.</param>
/// <param name="layout">The ranges.</param>
/// <param name="algorithm">The algorithm of the checksum to compute; <see langword="null"/> for none.</param>
internal sealed class RangeDownloads<TResponse>(
    ObjectDownload<TResponse> operations, TransferOptions options, string? eTag, RangeLayout layout, string? algorithm) : IRangeDownloads
    where TResponse : AwsStreamingResponse
{
    private const int MaxFailures = 3;

    private readonly ProgressCounter _progress = new(options.Progress, layout.Length);
    private readonly (string Checksum, long Length)[] _results = new (string, long)[layout.Count];

    /// <summary>The response to the first request, which has the first range.</summary>
    public required TResponse First { get; init; }

    public int Count => _results.Length;

    public int MaxConcurrency => options.MaxConcurrency;

    /// <summary>The number of bytes of all ranges that are complete.</summary>
    public long ReceivedBytes => _results.Sum(static result => result.Length);

    public int GetLength(int index) => checked((int)(layout.GetEnd(index)!.Value - layout.GetStart(index)));

    /// <summary>Returns the checksum of all ranges in base64.</summary>
    public string CombineChecksums() => CrcCombination.Combine(algorithm!, _results);

    /// <summary>Reports that everything is transferred.</summary>
    public void Complete() => _progress.Complete(ReceivedBytes);

    public async Task DownloadAsync(int index, RangeSink sink, CancellationToken cancellationToken)
    {
        using var hash = algorithm is null ? null : PartChecksum.CreateHash(algorithm);
        var (start, end) = (layout.GetStart(index), layout.GetEnd(index));
        var response = index == 0 ? First : null;
        var (position, failures) = (start, 0);
        while (true)
        {
            response ??= await GetAsync(position, end, cancellationToken).ConfigureAwait(false);
            Exception? broken;
            await using (response.ConfigureAwait(false))
            {
                var previous = position;
                (position, broken) = await ReadAsync(operations.GetContent(response).Body, position, end, sink, hash, cancellationToken).ConfigureAwait(false);
                failures = position > previous ? 0 : failures + 1;
            }

            if (broken is null)
            {
                _results[index] = (hash?.GetTextAndReset() ?? "", position - start);
                return;
            }

            // Without an entity tag, the rest may be of another object.
            if (eTag is null || failures == MaxFailures)
            {
                throw new AwsTransportException("The body of the response broke off.", broken);
            }

            response = null;
        }
    }

    /// <summary>Reads a body to the end of the range.</summary>
    /// <returns>The position after the bytes that were read, and the exception of a body that broke off.</returns>
    private async Task<(long Position, Exception? Broken)> ReadAsync(
        Stream body, long position, long? end, RangeSink sink, BodyHash? hash, CancellationToken cancellationToken)
    {
        while (position != end)
        {
            var memory = sink.GetMemory();
            memory = memory[..(int)Math.Min(memory.Length, end - position ?? long.MaxValue)];
            var (count, broken) = await FillAsync(body, memory, cancellationToken).ConfigureAwait(false);
            if (count > 0)
            {
                hash?.Append(memory.Span[..count]);
                await sink.CommitAsync(position, count, cancellationToken).ConfigureAwait(false);
                position += count;
                _progress.Add(count);
            }

            if (count < memory.Length)
            {
                return (position, broken ?? (end is null || position == end ? null : new EndOfStreamException("The body is shorter than its range.")));
            }
        }

        // The client compares the body with its checksum before it reports the end.
        await FillAsync(body, new byte[1], cancellationToken).ConfigureAwait(false);
        return (position, null);
    }

    private static async Task<(int Count, Exception? Broken)> FillAsync(Stream body, Memory<byte> memory, CancellationToken cancellationToken)
    {
        var count = 0;
        while (count < memory.Length)
        {
            int read;
            try
            {
                read = await body.ReadAsync(memory[count..], cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException or AwsTransportException)
            {
                return (count, exception);
            }

            if (read == 0)
            {
                break;
            }

            count += read;
        }

        return (count, null);
    }

    private async Task<TResponse> GetAsync(long start, long? end, CancellationToken cancellationToken)
    {
        TResponse response;
        try
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"bytes={start}-{end - 1}");
            response = await operations.GetAsync(range, eTag, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsServiceException exception) when (exception.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            throw CreateChangedException(exception);
        }

        try
        {
            var content = operations.GetContent(response);
            if (eTag is not null && content.ETag is not null && content.ETag != eTag)
            {
                throw CreateChangedException(null);
            }

            return RangeText.TryParse(content.ContentRange ?? "")?.From == start
                ? response
                : throw new AwsMalformedResponseException("The service returned a range that was not requested.");
        }
        catch
        {
            await response.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static TransferException CreateChangedException(Exception? cause) => new("The object changed while it was downloaded. Download it again.", cause);
}
