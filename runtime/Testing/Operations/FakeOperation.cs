using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using DataZoneGen.Testing.Core;

namespace DataZoneGen.Testing.Wire;

/// <summary>An operation of a fake.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FakeOperation
{
    private readonly string _path;
    private readonly string[] _queryLiterals;
    private PathTemplate? _template;
    private byte[]? _responseName;

    private protected FakeOperation(string name, string httpMethod, string path, string[] queryLiterals)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(httpMethod);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(queryLiterals);
        (Name, HttpMethod, _path, _queryLiterals) = (name, httpMethod, path, queryLiterals);
    }

    /// <summary>The name of the operation in the model.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public string HttpMethod { get; }

    /// <summary>The name of the label that clients may send in the host, such as the bucket of S3; <see langword="null"/> for most operations.</summary>
    public string? EndpointLabel { get; protected init; }

    /// <summary>The names of the query parameters without which another operation of the same path is meant.</summary>
    public IReadOnlyList<string> RequiredQuery { get; protected init; } = [];

    /// <summary>The names of the headers without which another operation of the same path is meant.</summary>
    public IReadOnlyList<string> RequiredHeaders { get; protected init; } = [];

    /// <summary>The wire names of sensitive members.</summary>
    public IReadOnlyList<string> SensitiveNames { get; protected init; } = [];

    /// <summary>The wire names of idempotency tokens.</summary>
    public IReadOnlyList<string> TokenNames { get; protected init; } = [];

    /// <summary>Whether the request body is a stream or an event stream.</summary>
    public bool StreamsRequest { get; protected init; }

    /// <summary>Whether the response body is a stream or an event stream.</summary>
    public bool StreamsResponse { get; protected init; }

    /// <summary>Whether the query is sent as a form in the body.</summary>
    public bool QueryIsForm { get; protected init; }

    /// <summary>The name of the root element of responses in the query protocols.</summary>
    internal byte[] ResponseName => _responseName ??= Encoding.UTF8.GetBytes(Name + "Response");

    internal PathTemplate Template => _template ??= new PathTemplate(_path, EndpointLabel);

    internal ReadOnlySpan<string> QueryLiterals => _queryLiterals;

    /// <summary>Calls the visitor with the types of the operation.</summary>
    internal abstract void Accept(IFakeOperationVisitor visitor);
}

/// <summary>An operation of a fake, with the deserialization of requests and the serialization of responses. Generated code has one instance for each operation.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FakeOperation<TRequest, TResponse> : FakeOperation
    where TRequest : class
    where TResponse : AwsResponse
{
    /// <summary>Initializes a new instance of the <see cref="FakeOperation{TRequest, TResponse}"/> class.</summary>
    /// <param name="name">The name of the operation in the model.</param>
    /// <param name="httpMethod">The HTTP method.</param>
    /// <param name="path">The template of the path, such as <c>/v2/domains/{identifier}</c>; a greedy label is <c>{key+}</c>.</param>
    /// <param name="queryLiterals">The constant parts of the query, such as <c>list-type=2</c>.</param>
    protected FakeOperation(string name, string httpMethod, string path, params string[] queryLiterals)
        : base(name, httpMethod, path, queryLiterals)
    {
    }

    /// <summary>Reads a request.</summary>
    /// <param name="request">The reader of the request.</param>
    /// <returns>The input. A required member that is missing is empty.</returns>
    protected internal abstract TRequest Read(ref FakeRequestReader request);

    /// <summary>Writes a response.</summary>
    /// <param name="value">The output.</param>
    /// <param name="response">The writer of the response.</param>
    protected internal abstract void Write(TResponse value, FakeResponseWriter response);

    /// <summary>Validates a request by the constraints of the model. Does nothing for operations without constraints.</summary>
    /// <param name="value">The input.</param>
    /// <param name="validation">Collects what the service would refuse.</param>
    protected internal virtual void Validate(TRequest value, RequestValidation validation)
    {
    }

    internal sealed override void Accept(IFakeOperationVisitor visitor) => visitor.Visit(this);
}
