using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>An upload in parts: creates or resumes it, uploads parts in parallel, and completes or aborts it.</summary>
/// <param name="operations">The operations of the client.</param>
/// <param name="source">The content.</param>
/// <param name="options">The options.</param>
/// <param name="partSize">The size of the first parts.</param>
/// <param name="algorithm">The algorithm of the checksums; <see langword="null"/> for none.</param>
/// <param name="expectedChecksum">The checksum of the whole content that the caller gave; <see langword="null"/> for none.</param>
internal sealed class MultipartUpload<TResponse>(
    ObjectUpload<TResponse> operations, UploadSource source, TransferOptions options, long partSize, string? algorithm, string? expectedChecksum)
    where TResponse : AwsResponse
{
    private const string FullObject = "FULL_OBJECT";
    private const string Composite = "COMPOSITE";

    private readonly ProgressCounter _progress = new(options.Progress, source.Length);
    private readonly SortedDictionary<int, UploadedPart> _parts = [];
    private readonly Dictionary<int, UploadedPart> _earlierParts = options.ResumeFrom?.Parts.ToDictionary(static part => part.PartNumber) ?? [];
    private readonly long? _plannedLength = options.ResumeFrom is { } state ? state.TotalBytes : source.Length;

    private string? ChecksumType => algorithm is null || !operations.SupportsChecksumType ? null
        : CrcCombination.IsSupported(algorithm) ? FullObject
        : Composite;

    /// <summary>Runs the upload.</summary>
    /// <param name="first">The first part if it was already taken from the source.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    public async Task<TResponse> RunAsync(SourcePart? first, CancellationToken cancellationToken)
    {
        var uploadId = options.ResumeFrom?.UploadId
            ?? await operations.CreateAsync(algorithm, ChecksumType, cancellationToken).ConfigureAwait(false)
            ?? throw new AwsMalformedResponseException("The service returned no id for the upload.");
        CompletedUpload upload;
        TResponse response;
        try
        {
            using (var work = new ParallelWork(options.MaxConcurrency, cancellationToken))
            {
                await work.RunAsync(token => AddPartsAsync(work, uploadId, first, token)).ConfigureAwait(false);
            }

            upload = CreateCompletedUpload(uploadId);
            response = await operations.CompleteAsync(upload, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (options.KeepPartsOnFailure)
        {
            throw new TransferException("The upload was interrupted. Its parts are kept, so that it can be resumed with the upload state.", exception)
            {
                UploadState = CreateState(uploadId),
            };
        }
        catch
        {
            // The original exception is more important than one of this call.
            await AbortAsync(uploadId).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        PartChecksum.ThrowIfDifferent(algorithm, upload.Checksums.Find(algorithm), operations.GetChecksums(response), "The object");
        _progress.Complete(upload.Length);
        return response;
    }

    private async Task AddPartsAsync(ParallelWork work, string uploadId, SourcePart? first, CancellationToken cancellationToken)
    {
        var isLast = false;
        for (var number = 1; !isLast; number++)
        {
            if (number > PartSizes.MaxParts)
            {
                throw new InvalidOperationException("The content needs more than 10,000 parts. Set a larger part size.");
            }

            await work.WaitForSlotAsync().ConfigureAwait(false);
            var size = _plannedLength is null ? PartSizes.ForPart(partSize, number) : partSize;
            var part = (number == 1 ? first : null) ?? await source.TakeAsync(size, cancellationToken).ConfigureAwait(false);
            isLast = part.IsLast;
            var partNumber = number;
            work.Start(token => UploadPartAsync(uploadId, partNumber, part, token));
        }
    }

    private async Task UploadPartAsync(string uploadId, int number, SourcePart part, CancellationToken cancellationToken)
    {
        using (part)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var checksum = await part.ComputeChecksumAsync(algorithm, cancellationToken).ConfigureAwait(false);
            if (!_earlierParts.TryGetValue(number, out var uploaded) || uploaded.SizeBytes != part.Length || uploaded.Checksum != checksum)
            {
                var body = new UploadBody(part.Stream, ObjectChecksums.Create(algorithm, checksum));
                var result = await operations.UploadPartAsync(uploadId, number, body, cancellationToken).ConfigureAwait(false);
                PartChecksum.ThrowIfDifferent(algorithm, checksum, result.Checksums, "Part " + number);
                uploaded = new UploadedPart { PartNumber = number, SizeBytes = part.Length, ETag = result.ETag, Checksum = checksum };
            }

            lock (_parts)
            {
                _parts.Add(number, uploaded);
            }

            _progress.Add(uploaded.SizeBytes);
        }
    }

    private CompletedUpload CreateCompletedUpload(string uploadId)
    {
        var checksum = CrcCombination.IsSupported(algorithm)
            ? CrcCombination.Combine(algorithm!, _parts.Values.Select(static part => (part.Checksum!, part.SizeBytes)))
            : null;
        if (expectedChecksum is not null && checksum != expectedChecksum)
        {
            throw new AwsChecksumException($"The content does not match the {algorithm} of the request.");
        }

        return new CompletedUpload
        {
            UploadId = uploadId,
            Parts = _parts.Values
                .Select(part => new CompletedUploadPart(part.PartNumber, part.ETag, ObjectChecksums.Create(algorithm, part.Checksum)))
                .ToList(),
            Length = _parts.Values.Sum(static part => part.SizeBytes),
            Checksums = ObjectChecksums.Create(algorithm, ChecksumType == FullObject ? checksum : null),
            ChecksumType = ChecksumType,
        };
    }

    /// <summary>Creates the state to resume. Parts of the earlier state that this run did not reach are still there.</summary>
    private UploadState CreateState(string uploadId)
    {
        foreach (var (number, part) in _earlierParts)
        {
            _parts.TryAdd(number, part);
        }

        return new UploadState
        {
            UploadId = uploadId,
            PartSizeBytes = partSize,
            TotalBytes = _plannedLength,
            ChecksumAlgorithm = algorithm,
            Parts = _parts.Values.ToList(),
        };
    }

    private async Task AbortAsync(string uploadId)
    {
        using var timeout = new CancellationTokenSource(options.AbortTimeout);
        await operations.AbortAsync(uploadId, timeout.Token).ConfigureAwait(false);
    }
}
