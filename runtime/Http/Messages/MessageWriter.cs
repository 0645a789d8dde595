using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Writes what requests and responses have in common: headers and a body.</summary>
/// <typeparam name="TWriter">The derived class, which the methods return.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class MessageWriter<TWriter>
    where TWriter : MessageWriter<TWriter>
{
    private protected const string ContentTypeHeader = "content-type";

    private const string JsonContentType = "application/json";
    private const string CborContentType = "application/cbor";
    private const string XmlContentType = "application/xml";

    private readonly JsonBodyWriter _json;
    private CborBodyWriter? _cbor;
    private XmlBodyWriter? _xml;

    private RequestHeader[] _headers = new RequestHeader[4];
    private int _headerCount;
    private bool _isBodyWritten;
    private string? _bodyContentType;
    private ReadOnlyMemory<byte>? _payload;
    private string? _contentType;

    private protected MessageWriter() => _json = new JsonBodyWriter(BodyBuffer);

    /// <summary>The writer of a JSON body. Getting it makes the body JSON.</summary>
    public JsonBodyWriter Json
    {
        get
        {
            BeginBody(JsonContentType);
            return _json;
        }
    }

    /// <summary>The writer of a CBOR body. Getting it makes the body CBOR.</summary>
    public CborBodyWriter Cbor
    {
        get
        {
            BeginBody(CborContentType);
            return _cbor ??= new CborBodyWriter(BodyBuffer);
        }
    }

    /// <summary>The writer of an XML body. Getting it makes the body XML.</summary>
    public XmlBodyWriter Xml
    {
        get
        {
            BeginBody(XmlContentType);
            return _xml ??= new XmlBodyWriter(BodyBuffer);
        }
    }

    /// <summary>The headers except the content type, in the order in which they were written.</summary>
    internal HeaderList Headers => new(_headers, _headerCount);

    internal bool HasBody => _isBodyWritten || _payload is not null || BodyStream is not null || EventInput is not null;

    internal ReadOnlyMemory<byte> BodyBytes => _isBodyWritten ? BodyBuffer.WrittenMemory : _payload.GetValueOrDefault();

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
    /// <param name="payload">The bytes, which must not change until the message has been sent.</param>
    /// <param name="contentType">The content type, unless a header sets another.</param>
    /// <returns>This writer.</returns>
    public TWriter Body(ReadOnlyMemory<byte>? payload, string contentType)
    {
        _payload = payload;
        if (payload is not null)
        {
            _contentType ??= contentType;
        }

        return This;
    }

    /// <summary>The bytes of a body that is written in the format of a protocol.</summary>
    private protected Utf8Buffer BodyBuffer { get; } = new();

    private TWriter This => Unsafe.As<TWriter>(this);

    /// <summary>Makes the body one that is written in the format of a protocol.</summary>
    private protected void BeginBody(string contentType)
    {
        _isBodyWritten = true;
        _bodyContentType = contentType;
    }

    /// <summary>Replaces the body, for example with the compressed body.</summary>
    private protected void SetBody(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        _contentType = contentType;
        _isBodyWritten = false;
        BodyStream = null;
        _payload = bytes;
    }

    /// <summary>Resets the writer for a new message.</summary>
    private protected void ResetMessage()
    {
        _json.Reset();
        _xml?.Reset();
        Array.Clear(_headers, 0, _headerCount);
        _headerCount = 0;
        _isBodyWritten = false;
        _bodyContentType = null;
        _payload = null;
        _contentType = null;
        BodyStream = null;
        IsStreaming = false;
        EventInput = null;
    }
}
