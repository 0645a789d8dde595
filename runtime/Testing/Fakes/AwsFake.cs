using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;
using Microsoft.AspNetCore.Http;

namespace DataZoneGen.Testing;

/// <summary>
/// The base class of generated fakes. A fake is the service's side of a client: it reads the requests of a client from the real wire format, calls the handlers of
/// the test, and writes their responses. It is thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The invoker and the verifier have no connections.")]
[SuppressMessage("Reliability", "CA2000", Justification = "The invoker and the verifier have no connections.")]
public abstract class AwsFake
{
    private const string DefaultRegion = "us-east-1";
    private static readonly AwsCredentials DefaultCredentials = new("AKIDFAKE000000000000", "fake/secret");

    private readonly CallLog _calls = new();
    private readonly OperationTable _operations;
    private readonly SignatureVerifier? _signatures;

    /// <summary>Initializes a new instance of the <see cref="AwsFake"/> class.</summary>
    /// <param name="service">The service.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    protected AwsFake(FakeService service, FakeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(service);
        Service = service;
        Options = options ?? new FakeOptions();
        _operations = new OperationTable(service, Options, _calls);
        _signatures = Options.Credentials is { } credentials ? new SignatureVerifier(service, credentials) : null;
        HttpInvoker = new HttpMessageInvoker(CreateHandler());
    }

    /// <summary>The invoker that passes requests to this fake, without a socket. It is the value for <see cref="AwsClientOptions.HttpInvoker"/>.</summary>
    public HttpMessageInvoker HttpInvoker { get; }

    /// <summary>The requests that the fake received until now, in their order, with their results. Each attempt of a client is a request.</summary>
    public FakeCallCollection Calls => _calls.ToCollection();

    internal FakeService Service { get; }

    internal FakeOptions Options { get; }

    /// <summary>Creates a handler that passes requests to this fake, without a socket.</summary>
    /// <returns>The handler.</returns>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(this);

    /// <summary>
    /// Changes the options of a client so that it calls this fake: the transport, and, if they are not set, the region, the credentials and the clock.
    /// </summary>
    /// <param name="options">The options, which the method changes.</param>
    public void Connect(AwsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.HttpInvoker = HttpInvoker;
        options.Region ??= DefaultRegion;
        options.Credentials ??= Options.Credentials is [var first, ..] ? first : DefaultCredentials;
        if (options.TimeProvider == TimeProvider.System)
        {
            options.TimeProvider = Options.TimeProvider;
        }
    }

    /// <summary>Sends an error of the service, in the form of its protocol. For middleware in front of the fake.</summary>
    /// <param name="context">The request to respond to.</param>
    /// <param name="error">The error: a generated exception, or one with an error code and a status code.</param>
    /// <returns>A task that completes when the response is sent.</returns>
    public Task WriteErrorAsync(HttpContext context, AwsServiceException error)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(error);
        return ServerResponse.SendAsync(Service.WriteError(error), context);
    }

    /// <summary>Removes all handlers and calls.</summary>
    public void Reset()
    {
        _operations.Clear();
        _calls.Clear();
    }

    /// <summary>Verifies how many requests the fake received.</summary>
    /// <typeparam name="TRequest">The type of the requests, such as <c>GetDataSourceRunRequest</c>.</typeparam>
    /// <param name="condition">Selects the requests to count; <see langword="null"/> for all of them.</param>
    /// <param name="times">The expected number; <see langword="null"/> for at least one.</param>
    /// <param name="conditionText">The text of the condition for the message, which the compiler sets.</param>
    /// <exception cref="FakeVerificationException">The number is another one. The message lists the requests, with sensitive members masked.</exception>
    /// <exception cref="ArgumentException">No operation of the fake has requests of this type.</exception>
    public void Verify<TRequest>(
        Func<TRequest, bool>? condition = null, int? times = null, [CallerArgumentExpression(nameof(condition))] string? conditionText = null)
        where TRequest : class
    {
        var operation = _operations.FindName(typeof(TRequest))
            ?? throw new ArgumentException($"No operation of the fake of {Service.ServiceId} has requests of the type {typeof(TRequest).Name}.");
        CallVerifier.Verify(Calls, operation, condition, conditionText, times);
    }

    /// <summary>Handles a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Canceled when the client cancels the request.</param>
    /// <returns>The response.</returns>
    /// <exception cref="FakeHandlerException">No handler can respond.</exception>
    /// <exception cref="HttpRequestException">The connection must be reset.</exception>
    internal async ValueTask<FakeResponse> HandleAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        var operation = await Service.FindAsync(request, cancellationToken).ConfigureAwait(false)
            ?? throw new FakeHandlerException($"The fake of {Service.ServiceId} has no operation for {request.Method} {request.Target}. Add the operation to the Operations of the AwsService item with the fake.");
        await request.ReadBodyAsync(operation.StreamsRequest, cancellationToken).ConfigureAwait(false);

        return _signatures?.Verify(request, Options.TimeProvider.GetUtcNow()) is { } error
            ? Service.WriteError(error)
            : await _operations.Get(operation).HandleAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes an exception of a handler as an error response, for clients in other processes. Its status code is 501, because clients retry after 500.
    /// </summary>
    internal FakeResponse WriteException(Exception exception) => Service.WriteError(new AwsServiceException($"{exception.GetType()}: {exception.Message}")
    {
        ErrorCode = nameof(FakeHandlerException),
        StatusCode = HttpStatusCode.NotImplemented,
    });

    /// <summary>Adds a handler, which takes precedence over the existing ones of its operation.</summary>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <typeparam name="TResponse">The type of the response.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <returns>The handler, which has no step yet.</returns>
    protected FakeHandler<TRequest, TResponse> On<TRequest, TResponse>(FakeOperation<TRequest, TResponse> operation)
        where TRequest : class
        where TResponse : AwsResponse
    {
        ArgumentNullException.ThrowIfNull(operation);
        return _operations.Get(operation).Add();
    }
}
