using System;
using System.ComponentModel;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Downloads an object with the operations of a client, in ranges. Generated code has a derived class.</summary>
/// <typeparam name="TResponse">The type of the response.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ObjectDownload<TResponse>
    where TResponse : AwsStreamingResponse
{
    /// <summary>Whether the request selects a part of the object.</summary>
    protected internal virtual bool SelectsPart => false;

    /// <summary>Gets the object or a range of it.</summary>
    /// <param name="range">The range, such as <c>bytes=0-99</c>; <see langword="null"/> for the whole object.</param>
    /// <param name="eTag">The entity tag that the object must have; <see langword="null"/> for the condition of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response.</returns>
    protected internal abstract Task<TResponse> GetAsync(string? range, string? eTag, CancellationToken cancellationToken);

    /// <summary>Gets what a download needs of a response.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The content.</returns>
    protected internal abstract ObjectContent GetContent(TResponse response);

    /// <summary>Gets the checksums of the whole object.</summary>
    /// <param name="eTag">The entity tag that the object must have; <see langword="null"/> if it is not known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The checksums; <see langword="null"/> if the client has no operation for them.</returns>
    protected internal virtual Task<ObjectChecksums?> GetChecksumsAsync(string? eTag, CancellationToken cancellationToken) => Task.FromResult<ObjectChecksums?>(null);

    /// <summary>Returns a response for the whole object, whose body was read.</summary>
    /// <param name="response">The response to the first request.</param>
    /// <param name="length">The length of the object in bytes.</param>
    /// <returns>The response without a body.</returns>
    protected internal abstract TResponse WithoutBody(TResponse response, long length);

    /// <summary>Downloads to a file, which has the new content only if the download is complete.</summary>
    /// <param name="path">The path of the file. An existing file is replaced.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The response without a body.</returns>
    public Task<TResponse> DownloadFileAsync(string path, TransferOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return CreateRun(options).RunAsync(new FileTarget(path), cancellationToken);
    }

    /// <summary>Downloads to a stream, in the order of the bytes.</summary>
    /// <param name="destination">The stream. It is not disposed.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The response without a body.</returns>
    public Task<TResponse> DownloadAsync(Stream destination, TransferOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return CreateRun(options).RunAsync(new StreamTarget(destination), cancellationToken);
    }

    private DownloadRun<TResponse> CreateRun(TransferOptions? options)
    {
        options ??= new TransferOptions();
        options.Validate();
        return SelectsPart
            ? throw new ArgumentException("The request selects a part of the object, but a download is of the whole object. Use the operation itself.")
            : new DownloadRun<TResponse>(this, options);
    }
}
