using System;
using System.ComponentModel;
using System.Net.Http;

namespace DataZoneGen.Wire;

/// <summary>The properties of an operation that do not depend on its types.</summary>
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

    /// <summary>The name of the operation in the model.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The authentication type, unless <see cref="AcceptsBearerToken"/> is set and the client's settings choose bearer tokens.</summary>
    public AuthType Auth { get; protected init; }

    /// <summary>Whether the service accepts a bearer token instead of a signature. The client's settings decide between them.</summary>
    public bool AcceptsBearerToken { get; protected init; }

    /// <summary>Whether the signature does not cover the body.</summary>
    public bool IsPayloadUnsigned { get; protected init; }

    /// <summary>Whether the service requires an MD5 checksum of the body.</summary>
    public bool IsChecksumRequired { get; protected init; }

    /// <summary>The checksums of the bodies, by algorithms that the caller can choose; <see langword="null"/> for most operations.</summary>
    public BodyChecksums? Checksum { get; protected init; }

    /// <summary>Whether the service requires a tree hash of the body.</summary>
    public bool IsTreeHashRequired { get; protected init; }

    /// <summary>Whether the service accepts compressed bodies.</summary>
    public bool CompressesRequest { get; protected init; }

    /// <summary>Whether the service assigns the endpoint at run time. The client asks it for the endpoint before it calls the operation.</summary>
    public bool DiscoversEndpoint { get; protected init; }

    /// <summary>Whether the body of a successful response is streamed.</summary>
    public bool StreamsResponse { get; protected init; }

    /// <summary>Whether the request body is an event stream. Such a call has no timeouts: it lasts as long as the caller sends events.</summary>
    public bool SendsEvents { get; protected init; }
}

/// <summary>An operation, with the serialization of its requests and responses. Generated code has one instance for each operation.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Operation<TRequest, TResponse> : Operation
    where TRequest : class
    where TResponse : AwsResponse
{
    /// <summary>Initializes a new instance of the <see cref="Operation{TRequest, TResponse}"/> class.</summary>
    /// <param name="service">The service that the operation belongs to.</param>
    /// <param name="name">The name of the operation in the model.</param>
    /// <param name="method">The HTTP method.</param>
    protected Operation(ServiceDescription service, string name, HttpMethod method)
        : base(service, name, method)
    {
    }

    /// <summary>Writes the request. Called once per call.</summary>
    /// <param name="input">The input.</param>
    /// <param name="request">The writer of the request.</param>
    /// <exception cref="ArgumentException">A member of the input is not valid.</exception>
    protected internal abstract void Write(TRequest input, RequestWriter request);

    /// <summary>Returns the endpoint parameters of a call. Called once per call.</summary>
    /// <param name="input">The input.</param>
    /// <param name="context">An empty context, which is valid until the call ends.</param>
    /// <returns>The context with the values; <see langword="null"/> for operations whose endpoint depends only on the settings, which are most.</returns>
    protected internal virtual EndpointContext? GetEndpointContext(TRequest input, EndpointContext context) => null;

    /// <summary>Reads a successful response.</summary>
    /// <param name="response">The reader of the response.</param>
    /// <returns>The output. The runtime sets its metadata.</returns>
    protected internal abstract TResponse Read(ref ResponseReader response);

    /// <summary>Compares a successful response with the request, for services that return checksums. Does nothing for most operations.</summary>
    /// <param name="input">The input.</param>
    /// <param name="response">The output.</param>
    protected internal virtual void Check(TRequest input, TResponse response)
    {
    }
}
