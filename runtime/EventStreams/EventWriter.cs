using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Writes the headers and the payload of an event. It is reused for the next event.</summary>
/// <remarks>A header whose value is <see langword="null"/> is not written.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventWriter
{
    private const int MaxNameLength = byte.MaxValue;
    private const int MaxValueLength = short.MaxValue;

    private readonly Utf8Buffer _headers = new();
    private readonly Utf8Buffer _payloadBytes = new();
    private readonly JsonBodyWriter _json;
    private CborBodyWriter? _cbor;
    private XmlBodyWriter? _xml;
    private ReadOnlyMemory<byte> _payload;
    private bool _isPayloadWritten;

    internal EventWriter() => _json = new JsonBodyWriter(_payloadBytes);

    /// <summary>The writer of a JSON payload. Getting it makes the payload JSON.</summary>
    public JsonBodyWriter Json
    {
        get
        {
            BeginPayload("application/json");
            return _json;
        }
    }

    /// <summary>The writer of a CBOR payload. Getting it makes the payload CBOR.</summary>
    public CborBodyWriter Cbor
    {
        get
        {
            BeginPayload("application/cbor");
            return _cbor ??= new CborBodyWriter(_payloadBytes);
        }
    }

    /// <summary>The writer of an XML payload. Getting it makes the payload XML.</summary>
    public XmlBodyWriter Xml
    {
        get
        {
            BeginPayload("application/xml");
            return _xml ??= new XmlBodyWriter(_payloadBytes);
        }
    }

    /// <summary>Writes the type of an event.</summary>
    /// <param name="type">The member of the union.</param>
    public void Event(ReadOnlySpan<byte> type)
    {
        HeaderText(":message-type"u8, "event"u8);
        HeaderText(":event-type"u8, type);
    }

    /// <summary>Writes the type of an event that is an error.</summary>
    /// <param name="type">The member of the union.</param>
    [SuppressMessage("Naming", "CA1716", Justification = "The name comes from the protocol.")]
    public void Exception(ReadOnlySpan<byte> type)
    {
        HeaderText(":message-type"u8, "exception"u8);
        HeaderText(":exception-type"u8, type);
    }

    /// <summary>Writes an error that the stream does not define.</summary>
    internal void Error(string code, string? message)
    {
        HeaderText(":message-type"u8, "error"u8);
        HeaderString(":error-code"u8, code);
        HeaderString(":error-message"u8, message);
    }

    /// <summary>Sets a payload of bytes. <see langword="null"/> means no payload.</summary>
    /// <param name="payload">The payload, which must not change until the event is sent.</param>
    /// <param name="contentType">The content type.</param>
    public void Body(ReadOnlyMemory<byte>? payload, string contentType)
    {
        if (payload is { } bytes)
        {
            _payload = bytes;
            HeaderString(":content-type"u8, contentType);
        }
    }

    /// <summary>Writes a header.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is too long or out of range.</exception>
    public void HeaderString(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            HeaderText(name, Encoding.UTF8.GetBytes(value));
        }
    }

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte}, string?)"/>
    public void HeaderBoolean(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } actual)
        {
            Name(name, actual ? EventHeaderType.True : EventHeaderType.False);
        }
    }

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte}, string?)"/>
    public void HeaderByte(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } actual)
        {
            Name(name, EventHeaderType.Byte);
            _headers.Add((byte)(actual is >= sbyte.MinValue and <= sbyte.MaxValue ? actual : throw CreateValueException(name)));
        }
    }

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte}, string?)"/>
    public void HeaderInt16(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } actual)
        {
            Name(name, EventHeaderType.Int16);
            Add((short)(actual is >= short.MinValue and <= short.MaxValue ? actual : throw CreateValueException(name)));
        }
    }

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte}, string?)"/>
    public void HeaderInt32(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } actual)
        {
            Name(name, EventHeaderType.Int32);
            BinaryPrimitives.WriteInt32BigEndian(_headers.GetSpan(sizeof(int)), actual);
            _headers.Advance(sizeof(int));
        }
    }

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte}, string?)"/>
    public void HeaderInt64(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } actual)
        {
            Name(name, EventHeaderType.Int64);
            Add(actual);
        }
    }

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte}, string?)"/>
    public void HeaderBlob(ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? value)
    {
        if (value is { } actual)
        {
            Bytes(name, EventHeaderType.Blob, actual.Span);
        }
    }

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte}, string?)"/>
    public void HeaderTimestamp(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } actual)
        {
            Name(name, EventHeaderType.Timestamp);
            Add(actual.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>The headers in wire format.</summary>
    internal ReadOnlySpan<byte> EncodedHeaders => _headers.Written;

    /// <summary>Resets the writer for the next event.</summary>
    internal void Reset()
    {
        _headers.Clear();
        _json.Reset();
        _xml?.Reset();
        _isPayloadWritten = false;
        _payload = default;
    }

    /// <summary>Encodes the event into a buffer.</summary>
    internal void WriteTo(Utf8Buffer target) => EventMessage.Encode(_headers.Written, _isPayloadWritten ? _payloadBytes.Written : _payload.Span, target);

    private static ArgumentException CreateValueException(ReadOnlySpan<byte> name) =>
        new($"The value of the event header '{Encoding.UTF8.GetString(name)}' is too long or out of range.");

    private void BeginPayload(string contentType)
    {
        if (!_isPayloadWritten)
        {
            _isPayloadWritten = true;
            HeaderString(":content-type"u8, contentType);
        }
    }

    private void HeaderText(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Bytes(name, EventHeaderType.Text, value);

    private void Bytes(ReadOnlySpan<byte> name, EventHeaderType type, ReadOnlySpan<byte> value)
    {
        if (value.Length > MaxValueLength)
        {
            throw CreateValueException(name);
        }

        Name(name, type);
        Add((short)value.Length);
        _headers.Add(value);
    }

    private void Name(ReadOnlySpan<byte> name, EventHeaderType type)
    {
        if (name.Length is 0 or > MaxNameLength)
        {
            throw new ArgumentException("The name of an event header is empty or too long.", nameof(name));
        }

        _headers.Add((byte)name.Length);
        _headers.Add(name);
        _headers.Add((byte)type);
    }

    private void Add(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_headers.GetSpan(sizeof(short)), value);
        _headers.Advance(sizeof(short));
    }

    private void Add(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_headers.GetSpan(sizeof(long)), value);
        _headers.Advance(sizeof(long));
    }
}
