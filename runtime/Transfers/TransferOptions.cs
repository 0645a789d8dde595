using System;

namespace DataZoneGen;

/// <summary>The options of an upload or a download in parts.</summary>
/// <remarks>The methods throw <see cref="ArgumentException"/> if an option is out of range.</remarks>
public sealed class TransferOptions
{
    private const long MebiByte = 1024 * 1024;
    private const long DefaultPartSizeBytes = 8 * MebiByte;
    private const long MaxPartSizeBytes = 5L * 1024 * MebiByte;
    private const int DefaultMaxConcurrency = 8;

    /// <summary>
    /// The size of a part in bytes: from 5 MiB to 5 GiB. Default: 8 MiB. An upload uses larger parts if 10,000 parts of this size are too few. A body of at
    /// most this size is sent in one request.
    /// </summary>
    public long PartSizeBytes { get; init; } = DefaultPartSizeBytes;

    /// <summary>
    /// The maximum number of parts that are transferred at the same time. Default: 8. A stream that cannot seek, and a download to a stream, keep so many
    /// parts in memory.
    /// </summary>
    public int MaxConcurrency { get; init; } = DefaultMaxConcurrency;

    /// <summary>
    /// Receives the progress: for an upload after each part, for a download whenever bytes were written. The numbers never decrease, and the last report has
    /// the total. Reports come from several threads, but one at a time.
    /// </summary>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>
    /// Whether an upload that fails or is canceled keeps its parts, so that it can be resumed. It then throws a <see cref="TransferException"/> with the
    /// <see cref="TransferException.UploadState"/>. Default: <see langword="false"/>, which aborts the upload, so that the service deletes its parts.
    /// </summary>
    public bool KeepPartsOnFailure { get; init; }

    /// <summary>
    /// The state of an upload of the same content to resume. Only parts that are missing, or whose content is different now, are uploaded. The size of the
    /// parts is that of the state. Default: <see langword="null"/> for a new upload.
    /// </summary>
    public UploadState? ResumeFrom { get; init; }

    /// <summary>The minimum of <see cref="PartSizeBytes"/>, which tests can replace.</summary>
    internal long MinPartSizeBytes { get; init; } = 5 * MebiByte;

    /// <summary>The timeout of the call that aborts a failed upload, which tests can replace.</summary>
    internal TimeSpan AbortTimeout { get; init; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        Require(PartSizeBytes >= MinPartSizeBytes && PartSizeBytes <= MaxPartSizeBytes, nameof(PartSizeBytes), "The size of a part must be from 5 MiB to 5 GiB.");
        Require(MaxConcurrency >= 1, nameof(MaxConcurrency), "The value must be at least 1.");
    }

    private static void Require(bool condition, string name, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, name);
        }
    }
}
