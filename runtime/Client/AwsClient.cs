using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>
/// The base class of generated clients. A client is immutable and thread-safe. Create it once and reuse it.
/// </summary>
public abstract class AwsClient : IDisposable
{
    // The limit of Signature Version 4.
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(7);

    private readonly object _lock = new();
    private readonly ServiceDescription _service;
    private readonly AwsClientOptions _options;
    private volatile AwsPipeline? _pipeline;
    private volatile bool _disposed;

    /// <summary>Initializes a new instance of the <see cref="AwsClient"/> class. It reads no files and sends no requests before the first call.</summary>
    /// <param name="service">The description of the service.</param>
    /// <param name="options">The options, which are copied.</param>
    /// <exception cref="ArgumentException">An option is not valid; the exception names it.</exception>
    protected AwsClient(ServiceDescription service, AwsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(options);
        _service = service;
        _options = options.Snapshot();
    }

    /// <summary>Whether requests have checksums where the operation supports them.</summary>
    internal bool CalculatesChecksums => (_pipeline ?? GetOrCreatePipeline()).CalculatesChecksums;

    /// <summary>Disposes the client, and its HTTP handler unless that came from the options. Calls that are still running may fail.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends a request and reads the response.</summary>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <typeparam name="TResponse">The type of the response.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    /// <exception cref="AwsServiceException">The service returned an error.</exception>
    /// <exception cref="AwsException">No response was received, the response could not be read, or credentials, region or endpoint are missing.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the call.</exception>
    protected Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return (_pipeline ?? GetOrCreatePipeline()).SendAsync(operation, request, cancellationToken);
        }
        catch (AwsConfigurationException exception)
        {
            return Task.FromException<TResponse>(exception);
        }
    }

    /// <summary>Creates a presigned URL for a request, without sending the request.</summary>
    /// <remarks>
    /// This method is not part of the client's interface, because a test double has no credentials to sign with.
    /// </remarks>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <typeparam name="TResponse">The type of the response.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="expiresIn">How long the URL is valid: from one second to seven days. Fractions of a second are ignored.</param>
    /// <param name="cancellationToken">Cancels the search for credentials.</param>
    /// <returns>The presigned request. Anyone who has it can send it.</returns>
    /// <exception cref="ArgumentException">The request is not valid, or <paramref name="expiresIn"/> is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    /// <exception cref="AwsException">Credentials, region or endpoint are missing.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the search.</exception>
    protected Task<PresignedRequest> PresignAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        TimeSpan expiresIn,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(expiresIn, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expiresIn, MaxLifetime);
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return (_pipeline ?? GetOrCreatePipeline()).PresignAsync(operation, request, expiresIn, cancellationToken);
        }
        catch (AwsConfigurationException exception)
        {
            return Task.FromException<PresignedRequest>(exception);
        }
    }

    /// <summary>Disposes the client.</summary>
    /// <param name="disposing"><see langword="true"/> if <see cref="Dispose()"/> calls this method; <see langword="false"/> if a finalizer does.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            lock (_lock)
            {
                _disposed = true;
                _pipeline?.Dispose();
            }
        }
    }

    /// <summary>Creates the pipeline. This happens with the first call, because the settings depend on the environment and on files.</summary>
    private AwsPipeline GetOrCreatePipeline()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _pipeline ??= new AwsPipeline(_options.ToSettings(_service));
        }
    }
}
