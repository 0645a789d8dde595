using System;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>A running download. The first request gets the first range, and with it the length and the entity tag of the object.</summary>
internal sealed class DownloadRun<TResponse>(ObjectDownload<TResponse> operations, TransferOptions options)
    where TResponse : AwsStreamingResponse
{
    private const string FullObject = "FULL_OBJECT";

    public async Task<TResponse> RunAsync(DownloadTarget target, CancellationToken cancellationToken)
    {
        var partSize = Math.Min(options.PartSizeBytes, target.MaxRangeSize);
        var response = await GetFirstAsync(partSize, cancellationToken).ConfigureAwait(false);
        await using (response.ConfigureAwait(false))
        {
            var content = operations.GetContent(response);
            var range = GetRange(content);
            var length = range is null ? content.ContentLength : range.Length;
            var isWhole = range is null || range.To + 1 == range.Length;
            var checksums = isWhole || content is { ChecksumType: FullObject, Checksums: not null } ? content.Checksums : await GetChecksumsAsync(content.ETag, cancellationToken).ConfigureAwait(false);
            var (algorithm, expected) = checksums?.FindCombinable() ?? default;
            var layout = new RangeLayout(length, isWhole ? length : range!.To + 1, partSize);
            var ranges = new RangeDownloads<TResponse>(operations, options, content.ETag, layout, algorithm) { First = response };
            using (target)
            {
                target.Open(length);
                await target.WriteAsync(ranges, cancellationToken).ConfigureAwait(false);
                if (algorithm is not null && ranges.CombineChecksums() != expected)
                {
                    throw new AwsChecksumException($"The downloaded object does not match its {algorithm}.");
                }

                target.Complete();
            }

            ranges.Complete();
            return operations.WithoutBody(response, ranges.ReceivedBytes);
        }
    }

    private async Task<TResponse> GetFirstAsync(long partSize, CancellationToken cancellationToken)
    {
        try
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"bytes=0-{partSize - 1}");
            var response = await operations.GetAsync(range, eTag: null, cancellationToken).ConfigureAwait(false);
            if (operations.GetContent(response).ContentRange?.EndsWith("/0", StringComparison.Ordinal) != true)
            {
                return response;
            }

            // Some servers return a range of an empty object.
            await response.DisposeAsync().ConfigureAwait(false);
        }
        catch (AwsServiceException exception) when (exception.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // An empty object has no range.
        }

        return await operations.GetAsync(range: null, eTag: null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ObjectChecksums?> GetChecksumsAsync(string? eTag, CancellationToken cancellationToken)
    {
        try
        {
            return await operations.GetChecksumsAsync(eTag, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsServiceException)
        {
            // The caller may be allowed to read the object only. If the object changed meanwhile, the next range fails.
            return null;
        }
    }

    private static ContentRangeHeaderValue? GetRange(ObjectContent content) => content.ContentRange switch
    {
        null or "" => null,
        { } text when RangeText.TryParse(text) is { From: 0, Length: not null } range => range,
        _ => throw new AwsMalformedResponseException("The service returned a range that was not requested."),
    };
}
