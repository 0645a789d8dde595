using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Takes down one request: path, query, headers, body. Generated code fills it once per call; every attempt sends what it holds.
/// </summary>
/// <remarks>
/// Values are checked here, before anything is sent; a bad one is an <see cref="ArgumentException"/> that names its member or header.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class RequestWriter
{
    private const string JsonContentType = "application/json";
    private const string ContentTypeHeader = "content-type";
    private const int MaxScalarLength = 64;

    private readonly Utf8Buffer _path = new();
    private readonly Utf8Buffer _query = new();
    private readonly Utf8Buffer _jsonBytes = new();
    private readonly JsonBodyWriter _json;

    private RequestHeader[] _headers = new RequestHeader[4];
    private int _headerCount;
    private bool _hasJson;
    private ReadOnlyMemory<byte>? _payload;
    private string? _contentType;
    private Func<string>? _idempotencyTokens;

    internal RequestWriter() => _json = new JsonBodyWriter(_jsonBytes);

    /// <summary>The body. Touching it makes the body JSON.</summary>
    public JsonBodyWriter Json
    {
        get
        {
            _hasJson = true;
            return _json;
        }
    }

    /// <summary>The path, percent-encoded.</summary>
    internal ReadOnlySpan<byte> EncodedPath => _path.Written;

    /// <summary>The query without its question mark, percent-encoded; empty when there is none.</summary>
    internal ReadOnlyMemory<byte> EncodedQuery => _query.WrittenMemory;

    /// <summary>The headers but for the content type, in the order written.</summary>
    internal ReadOnlySpan<RequestHeader> Headers => _headers.AsSpan(0, _headerCount);

    internal bool HasBody => _hasJson || _payload is not null || BodyStream is not null || EventInput is not null;

    internal ReadOnlyMemory<byte> BodyBytes => _hasJson ? _jsonBytes.WrittenMemory : _payload.GetValueOrDefault();

    /// <summary>What stands for the body in the signature; null for the hash of its bytes.</summary>
    internal string? PayloadHash { get; set; }

    internal string? ContentType => _contentType ?? (_hasJson ? JsonContentType : null);

    /// <summary>Makes the body a payload of its own form. No body comes of <see langword="null"/>.</summary>
    /// <param name="payload">The bytes; they must not change until the call has ended.</param>
    /// <param name="contentType">The content type, unless a header gives another.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Body(ReadOnlyMemory<byte>? payload, string contentType)
    {
        _payload = payload;
        if (payload is not null)
        {
            _contentType ??= contentType;
        }

        return this;
    }

    /// <summary>The value of an idempotency token: the caller's if there is one, else a new one.</summary>
    /// <param name="given">What the caller gave; an empty text counts as given.</param>
    /// <returns>The token.</returns>
    public string IdempotencyToken(string? given) => given ?? (_idempotencyTokens is null ? Guid.NewGuid().ToString("D") : _idempotencyTokens());

    /// <summary>Empties the writer for a new request.</summary>
    internal void Reset(Func<string>? idempotencyTokens)
    {
        _path.Clear();
        _query.Clear();
        _json.Reset();
        _headers.AsSpan(0, _headerCount).Clear();
        _headerCount = 0;
        _hasJson = false;
        _payload = null;
        _contentType = null;
        _hostPrefix = null;
        BodyStream = null;
        EventInput = null;
        PayloadHash = null;
        _idempotencyTokens = idempotencyTokens;
    }
}
