using System;
using System.ComponentModel;
using System.Net.Http;

namespace DataZoneGen.Wire;

/// <summary>What the runtime must know of an operation, whatever its types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Operation
{
    private protected Operation(ServiceDescription service, string name, HttpMethod method)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(method);
        Service = service;
        Name = name;
        Method = method;
    }

    /// <summary>The service that the operation belongs to.</summary>
    public ServiceDescription Service { get; }

    /// <summary>The operation's name, as AWS has it.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>How calls are authenticated, unless <see cref="AcceptsBearerToken"/> leaves it to the client's settings.</summary>
    public AuthType Auth { get; protected init; }

    /// <summary>Whether the service accepts a bearer token in place of a signature; then the client's settings decide.</summary>
    public bool AcceptsBearerToken { get; protected init; }

    /// <summary>Whether the signature leaves the body out.</summary>
    public bool IsPayloadUnsigned { get; protected init; }

    /// <summary>Whether the service asks for a checksum of the body.</summary>
    public bool IsChecksumRequired { get; protected init; }

    /// <summary>Whether the service asks for a hash of the body as a tree.</summary>
    public bool IsTreeHashRequired { get; protected init; }

    /// <summary>Whether the service takes compressed bodies.</summary>
    public bool CompressesRequest { get; protected init; }

    /// <summary>Whether the body of a successful answer is handed on as a stream.</summary>
    public bool StreamsResponse { get; protected init; }

    /// <summary>Whether the body of the request is a stream of events. Such a call has no time limits: it lasts as long as the caller has events.</summary>
    public bool SendsEvents { get; protected init; }
}

/// <summary>An operation: how its input becomes a request, and a response its output. Generated code has one object for each.</summary>
/// <typeparam name="TRequest">The input.</typeparam>
/// <typeparam name="TResponse">The output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Operation<TRequest, TResponse> : Operation
    where TRequest : class
    where TResponse : AwsResponse
{
    /// <summary>Takes down the operation's constants.</summary>
    /// <param name="service">The service that the operation belongs to.</param>
    /// <param name="name">The operation's name, as AWS has it.</param>
    /// <param name="method">The HTTP method.</param>
    protected Operation(ServiceDescription service, string name, HttpMethod method)
        : base(service, name, method)
    {
    }

    /// <summary>Writes the request; called once per call.</summary>
    /// <param name="input">The input.</param>
    /// <param name="request">Where to.</param>
    /// <exception cref="ArgumentException">A member of the input cannot be sent.</exception>
    protected internal abstract void Write(TRequest input, RequestWriter request);

    /// <summary>What a call tells the service's endpoint rules; asked once per call.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The values; <see langword="null"/> for the many operations whose endpoint depends on settings alone.</returns>
    protected internal virtual EndpointContext? GetEndpointContext(TRequest input) => null;

    /// <summary>Makes the output of a successful response.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The output; the runtime fills in its metadata.</returns>
    protected internal abstract TResponse Read(ref ResponseReader response);
}
