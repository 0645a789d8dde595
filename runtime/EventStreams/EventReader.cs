using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Reads an event that was received, for generated code. Its data is valid only while the event is deserialized.</summary>
/// <remarks>A header whose type does not match the model is treated as missing. Integers of all sizes match.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EventReader
{
    private static readonly long MinTimestamp = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long MaxTimestamp = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private readonly EventMessage _message;

    private BodyReaders _readers;

    internal EventReader(EventMessage message, ReadOnlySpan<byte> type)
    {
        _message = message;
        Type = new Utf8Text(type);
        _readers = new BodyReaders(message.Payload);
    }

    /// <summary>The name of the event: the member of the union.</summary>
    public Utf8Text Type { get; }

    /// <summary>The payload.</summary>
    public readonly ReadOnlySpan<byte> Body => _message.Payload;

    /// <summary>Reads a header of the event.</summary>
    /// <param name="name">The name of the header.</param>
    /// <returns>The value; <see langword="null"/> if there is no such header, or if it has another type.</returns>
    public readonly string? HeaderString(ReadOnlySpan<byte> name) =>
        _message.TryFind(name, out var header) && header.Type == EventHeaderType.Text ? Encoding.UTF8.GetString(header.Value) : null;

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte})"/>
    public readonly bool? HeaderBoolean(ReadOnlySpan<byte> name) =>
        !_message.TryFind(name, out var header) ? null
        : header.Type switch
        {
            EventHeaderType.True => true,
            EventHeaderType.False => false,
            _ => null,
        };

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte})"/>
    public readonly int? HeaderInt32(ReadOnlySpan<byte> name) => HeaderInt64(name) is >= int.MinValue and <= int.MaxValue and var value ? (int)value : null;

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte})"/>
    public readonly long? HeaderInt64(ReadOnlySpan<byte> name) =>
        !_message.TryFind(name, out var header) ? null
        : header.Type switch
        {
            EventHeaderType.Byte => (sbyte)header.Value[0],
            EventHeaderType.Int16 => BinaryPrimitives.ReadInt16BigEndian(header.Value),
            EventHeaderType.Int32 => BinaryPrimitives.ReadInt32BigEndian(header.Value),
            EventHeaderType.Int64 => BinaryPrimitives.ReadInt64BigEndian(header.Value),
            _ => null,
        };

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte})"/>
    public readonly ReadOnlyMemory<byte>? HeaderBlob(ReadOnlySpan<byte> name) =>
        _message.TryFind(name, out var header) && header.Type == EventHeaderType.Blob ? (ReadOnlyMemory<byte>?)header.Value.ToArray() : null;

    /// <inheritdoc cref="HeaderString(ReadOnlySpan{byte})"/>
    public readonly DateTimeOffset? HeaderTimestamp(ReadOnlySpan<byte> name)
    {
        if (!_message.TryFind(name, out var header) || header.Type != EventHeaderType.Timestamp)
        {
            return null;
        }

        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(header.Value);
        return milliseconds >= MinTimestamp && milliseconds <= MaxTimestamp ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    /// <summary>The reader of a JSON payload, at its first byte. An empty payload is read as <c>{}</c>.</summary>
    [UnscopedRef]
    public ref JsonBodyReader Json => ref _readers.Json;

    /// <summary>The reader of a CBOR payload, at its first byte. An empty payload is read as an empty map.</summary>
    [UnscopedRef]
    public ref CborBodyReader Cbor => ref _readers.Cbor;

    /// <summary>The reader of an XML payload, in its root element. An empty payload is read as an empty element.</summary>
    [UnscopedRef]
    public ref XmlBodyReader Xml => ref _readers.Xml;

    /// <summary>The readers of the payload, for the protocol.</summary>
    [UnscopedRef]
    internal ref BodyReaders Readers => ref _readers;
}
