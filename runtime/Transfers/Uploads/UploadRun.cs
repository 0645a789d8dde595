using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>A running upload. It decides between one request and parts, and what the checksums are.</summary>
internal sealed class UploadRun<TResponse>(ObjectUpload<TResponse> operations, UploadSource source, TransferOptions options)
    where TResponse : AwsResponse
{
    private const string DefaultAlgorithm = "CRC32";

    public async Task<TResponse> RunAsync(CancellationToken cancellationToken)
    {
        if (options.ResumeFrom is { } state)
        {
            if (state.TotalBytes is { } total && source.Length is { } length && total != length)
            {
                throw new ArgumentException($"The content has {length} bytes, but the upload to resume has {total} bytes.");
            }

            return await UploadPartsAsync(state.PartSizeBytes, first: null, cancellationToken).ConfigureAwait(false);
        }

        var size = source.Length is { } known ? PartSizes.ForLength(options.PartSizeBytes, known) : options.PartSizeBytes;
        var first = await source.TakeAsync(size, cancellationToken).ConfigureAwait(false);
        return first.IsLast
            ? await PutAsync(first, cancellationToken).ConfigureAwait(false)
            : await UploadPartsAsync(size, first, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResponse> PutAsync(SourcePart content, CancellationToken cancellationToken)
    {
        using (content)
        {
            var checksums = operations.RequestChecksums ?? ObjectChecksums.None;
            var algorithm = checksums.HasAny || operations.ContentMd5 is not null ? null : ChooseAlgorithm();
            var checksum = await content.ComputeChecksumAsync(algorithm, cancellationToken).ConfigureAwait(false);
            if (checksum is not null)
            {
                checksums = ObjectChecksums.Create(algorithm, checksum);
            }

            var length = content.Length;
            var response = await operations.PutAsync(new UploadBody(content.Stream, checksums), cancellationToken).ConfigureAwait(false);
            PartChecksum.ThrowIfDifferent(algorithm, checksum, operations.GetChecksums(response), "The object");
            new ProgressCounter(options.Progress, length).Complete(length);
            return response;
        }
    }

    private async Task<TResponse> UploadPartsAsync(long partSize, SourcePart? first, CancellationToken cancellationToken)
    {
        using (first)
        {
            var (algorithm, expected) = GetGivenChecksum();
            algorithm ??= options.ResumeFrom is { } state ? state.ChecksumAlgorithm : ChooseAlgorithm();
            var upload = new MultipartUpload<TResponse>(operations, source, options, partSize, algorithm, expected);
            return await upload.RunAsync(first, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the checksum of the whole content that the caller gave.</summary>
    private (string? Algorithm, string? Checksum) GetGivenChecksum()
    {
        var given = operations.RequestChecksums ?? ObjectChecksums.None;
        var combinable = given.FindCombinable();
        return operations.ContentMd5 is null && (combinable.Checksum is not null || !given.HasAny)
            ? combinable
            : throw new ArgumentException("An upload in parts cannot use this checksum of the whole content. Set a CRC or only the algorithm.");
    }

    private string? ChooseAlgorithm() => operations.ChecksumAlgorithm ?? (operations.CalculatesChecksums ? DefaultAlgorithm : null);
}
