using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>
/// The base of generated clients. A client does not change once made, may be used by many threads at once, and is best kept for long.
/// </summary>
public abstract class AwsClient : IDisposable
{
    // As long as Signature Version 4 allows.
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(7);

    private readonly object _lock = new();
    private readonly ServiceDescription _service;
    private readonly AwsClientOptions _options;
    private volatile AwsPipeline? _pipeline;
    private volatile bool _disposed;

    /// <summary>Makes a client. Nothing is looked up, read or sent before the first call.</summary>
    /// <param name="service">The service.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">A setting is out of range; the exception names it.</exception>
    protected AwsClient(ServiceDescription service, AwsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(options);
        _service = service;
        _options = options.TakeDown();
    }

    /// <summary>Ends the client. A handler that it made itself is disposed of with its connections; calls in flight may fail.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Carries out a call.</summary>
    /// <typeparam name="TRequest">The input.</typeparam>
    /// <typeparam name="TResponse">The output.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The input.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentException">The input cannot be sent.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed of.</exception>
    /// <exception cref="AwsServiceException">The service answered with an error.</exception>
    /// <exception cref="AwsException">No answer came, it could not be read, or credentials, region or endpoint are missing.</exception>
    /// <exception cref="OperationCanceledException">The caller ended the call.</exception>
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
            return (_pipeline ?? Open()).SendAsync(operation, request, cancellationToken);
        }
        catch (AwsConfigurationException exception)
        {
            return Task.FromException<TResponse>(exception);
        }
    }

    /// <summary>Signs a request into a URL and sends nothing.</summary>
    /// <remarks>
    /// Presigning is a matter of the client and not of its interface: only what holds credentials can do it, and a double in a test does not.
    /// </remarks>
    /// <typeparam name="TRequest">The input.</typeparam>
    /// <typeparam name="TResponse">The output.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The input.</param>
    /// <param name="expiresIn">How long the URL is to be valid: from one second to seven days, in whole seconds.</param>
    /// <param name="cancellationToken">Ends the search for credentials.</param>
    /// <returns>The request, ready to be sent by whoever has it.</returns>
    /// <exception cref="ArgumentException">The input cannot be sent, or the time is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed of.</exception>
    /// <exception cref="AwsException">Credentials, region or endpoint are missing.</exception>
    /// <exception cref="OperationCanceledException">The caller ended the search.</exception>
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
            return (_pipeline ?? Open()).PresignAsync(operation, request, expiresIn, cancellationToken);
        }
        catch (AwsConfigurationException exception)
        {
            return Task.FromException<PresignedRequest>(exception);
        }
    }

    /// <summary>Ends the client.</summary>
    /// <param name="disposing">Whether this is not a finalizer.</param>
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

    /// <summary>What carries out the calls; made with the first one, because it takes the environment and a file or two to know its settings.</summary>
    private AwsPipeline Open()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _pipeline ??= new AwsPipeline(_options.ToSettings(_service));
        }
    }
}
