using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Writes the path, query, headers and body of a request. Generated code fills it once per call, for all attempts.
/// </summary>
/// <remarks>
/// The writer validates values before anything is sent. An <see cref="ArgumentException"/> names the member or the header of an invalid value.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class RequestWriter
{
    private const string JsonContentType = "application/json";
    private const string CborContentType = "application/cbor";
    private const string XmlContentType = "application/xml";
    private const string FormContentType = "application/x-www-form-urlencoded; charset=utf-8";
    private const string ContentTypeHeader = "content-type";
    private const int MaxScalarLength = 64;

    private readonly Utf8Buffer _path = new();
    private readonly Utf8Buffer _query = new();
    private readonly Utf8Buffer _bodyBytes = new();
    private readonly JsonBodyWriter _json;
    private CborBodyWriter? _cbor;
    private XmlBodyWriter? _xml;
    private FormBodyWriter? _form;

    private RequestHeader[] _headers = new RequestHeader[4];
    private int _headerCount;
    private bool _isBodyWritten;
    private bool _isPathInEndpoint;
    private string? _bodyContentType;
    private ReadOnlyMemory<byte>? _payload;
    private string? _contentType;
    private Func<string>? _idempotencyTokens;

    internal RequestWriter() => _json = new JsonBodyWriter(_bodyBytes);

    /// <summary>The writer of a JSON body. Getting it makes the body JSON.</summary>
    public JsonBodyWriter Json
    {
        get
        {
            _isBodyWritten = true;
            _bodyContentType = JsonContentType;
            return _json;
        }
    }

    /// <summary>The writer of a CBOR body. Getting it makes the body CBOR.</summary>
    public CborBodyWriter Cbor
    {
        get
        {
            _isBodyWritten = true;
            _bodyContentType = CborContentType;
            return _cbor ??= new CborBodyWriter(_bodyBytes);
        }
    }

    /// <summary>The writer of an XML body. Getting it makes the body XML.</summary>
    public XmlBodyWriter Xml
    {
        get
        {
            _isBodyWritten = true;
            _bodyContentType = XmlContentType;
            return _xml ??= new XmlBodyWriter(_bodyBytes);
        }
    }

    /// <summary>The writer of the form of a query protocol. Getting it makes the body a form.</summary>
    public FormBodyWriter Form
    {
        get
        {
            _isBodyWritten = true;
            _bodyContentType = FormContentType;
            return _form ??= new FormBodyWriter(_bodyBytes);
        }
    }

    /// <summary>The percent-encoded path.</summary>
    internal ReadOnlySpan<byte> EncodedPath => _path.Written;

    /// <summary>The percent-encoded query without its question mark; empty if there is none.</summary>
    internal ReadOnlyMemory<byte> EncodedQuery => _query.WrittenMemory;

    /// <summary>The headers except the content type, in the order in which they were written.</summary>
    internal ReadOnlySpan<RequestHeader> Headers => _headers.AsSpan(0, _headerCount);

    internal bool HasBody => _isBodyWritten || _payload is not null || BodyStream is not null || EventInput is not null;

    internal ReadOnlyMemory<byte> BodyBytes => _isBodyWritten ? _bodyBytes.WrittenMemory : _payload.GetValueOrDefault();

    /// <summary>The payload hash for the signature; null to compute it from the body.</summary>
    internal string? PayloadHash { get; set; }

    internal string? ContentType => _contentType ?? _bodyContentType;

    /// <summary>Sets the content type of a body that generated code has written, unless a header sets another. It does nothing for other bodies.</summary>
    internal void SetBodyContentType(string contentType)
    {
        if (_isBodyWritten)
        {
            _bodyContentType = contentType;
        }
    }

    /// <summary>Sets a body of bytes. <see langword="null"/> means no body.</summary>
    /// <param name="payload">The bytes, which must not change until the call has ended.</param>
    /// <param name="contentType">The content type, unless a header sets another.</param>
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

    /// <summary>Returns the idempotency token of the caller, or a new one.</summary>
    /// <param name="token">The token of the caller, if any. An empty string counts as a token.</param>
    /// <returns>The token.</returns>
    public string IdempotencyToken(string? token) => token ?? (_idempotencyTokens is null ? Guid.NewGuid().ToString("D") : _idempotencyTokens());

    /// <summary>Resets the writer for a new request.</summary>
    internal void Reset(Func<string>? idempotencyTokens)
    {
        _path.Clear();
        _query.Clear();
        _json.Reset();
        _xml?.Reset();
        _form?.Reset();
        _headers.AsSpan(0, _headerCount).Clear();
        _headerCount = 0;
        _isBodyWritten = false;
        _isPathInEndpoint = false;
        _bodyContentType = null;
        _payload = null;
        _contentType = null;
        _hostPrefix = null;
        BodyStream = null;
        Chunks = null;
        IsStreaming = false;
        ExpectsContinue = false;
        EventInput = null;
        PayloadHash = null;
        _idempotencyTokens = idempotencyTokens;
    }
}
