using System;
using System.ComponentModel;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Uploads an object with the operations of a client: in one request if it is small, otherwise in parts. Generated code has a derived class.</summary>
/// <typeparam name="TResponse">The type of the response to an upload in one request.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ObjectUpload<TResponse>
    where TResponse : AwsResponse
{
    private readonly AwsClient? _client;

    /// <summary>Initializes a new instance of the <see cref="ObjectUpload{TResponse}"/> class.</summary>
    /// <param name="client">The client, or a test double of it.</param>
    protected ObjectUpload(object client) => _client = client as AwsClient;

    /// <summary>The stream of the request.</summary>
    protected internal abstract Stream? Body { get; }

    /// <summary>The length of the stream that the request gives.</summary>
    protected internal virtual long? ContentLength => null;

    /// <summary>The MD5 of the whole content that the request gives.</summary>
    protected internal virtual string? ContentMd5 => null;

    /// <summary>The algorithm of the checksums that the request gives.</summary>
    protected internal virtual string? ChecksumAlgorithm => null;

    /// <summary>The checksums of the whole content that the request gives.</summary>
    protected internal virtual ObjectChecksums? RequestChecksums => null;

    /// <summary>Whether the model has checksums of parts.</summary>
    protected internal virtual bool SupportsChecksums => false;

    /// <summary>Whether the model has the type of the checksum of an object that is uploaded in parts.</summary>
    protected internal virtual bool SupportsChecksumType => false;

    /// <summary>Whether the client calculates checksums that the service does not require.</summary>
    internal bool CalculatesChecksums => SupportsChecksums && _client?.CalculatesChecksums != false;

    /// <summary>Uploads the whole content in one request.</summary>
    /// <param name="body">The content.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response.</returns>
    protected internal abstract Task<TResponse> PutAsync(UploadBody body, CancellationToken cancellationToken);

    /// <summary>Creates an upload in parts.</summary>
    /// <param name="checksumAlgorithm">The algorithm of the checksums; <see langword="null"/> for none.</param>
    /// <param name="checksumType">How the checksum of the object is computed; <see langword="null"/> for the default of the service.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the upload.</returns>
    protected internal abstract Task<string?> CreateAsync(string? checksumAlgorithm, string? checksumType, CancellationToken cancellationToken);

    /// <summary>Uploads a part.</summary>
    /// <param name="uploadId">The id of the upload.</param>
    /// <param name="partNumber">The number of the part, starting at 1.</param>
    /// <param name="body">The content of the part.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the service returned.</returns>
    protected internal abstract Task<UploadPartResult> UploadPartAsync(string uploadId, int partNumber, UploadBody body, CancellationToken cancellationToken);

    /// <summary>Completes an upload in parts.</summary>
    /// <param name="upload">The parts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response.</returns>
    protected internal abstract Task<TResponse> CompleteAsync(CompletedUpload upload, CancellationToken cancellationToken);

    /// <summary>Aborts an upload in parts, so that the service deletes the parts.</summary>
    /// <param name="uploadId">The id of the upload.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the upload is aborted.</returns>
    protected internal abstract Task AbortAsync(string uploadId, CancellationToken cancellationToken);

    /// <summary>Gets the checksums of a response.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The checksums; <see langword="null"/> if the model has none.</returns>
    protected internal virtual ObjectChecksums? GetChecksums(TResponse response) => null;

    /// <summary>Uploads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The response.</returns>
    public Task<TResponse> UploadFileAsync(string path, TransferOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Body is null
            ? UploadAsync(() => UploadSource.Open(path), options, cancellationToken)
            : throw new ArgumentException("The request has a body, but the body is the file.");
    }

    /// <summary>Uploads the stream of the request.</summary>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The response.</returns>
    public Task<TResponse> UploadAsync(TransferOptions? options, CancellationToken cancellationToken) =>
        UploadAsync(() => UploadSource.Create(Body, ContentLength), options, cancellationToken);

    private async Task<TResponse> UploadAsync(Func<UploadSource> createSource, TransferOptions? options, CancellationToken cancellationToken)
    {
        options ??= new TransferOptions();
        options.Validate();
        cancellationToken.ThrowIfCancellationRequested();
        using var source = createSource();
        return await new UploadRun<TResponse>(this, source, options).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
