using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>An event that has come, from which generated code makes its object. What it gives is gone when that has been made.</summary>
/// <remarks>A header of another type than the model's reads as absent; integers may be written in fewer or in more bytes.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EventReader
{
    private static readonly long EarliestTimestamp = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long LatestTimestamp = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private readonly EventMessage _message;

    internal EventReader(EventMessage message, ReadOnlySpan<byte> type)
    {
        _message = message;
        Type = new Utf8Text(type);
        Json = new JsonBodyReader(message.Payload.IsEmpty ? "{}"u8 : message.Payload);
    }

    /// <summary>The event's name: the member of the union.</summary>
    public Utf8Text Type { get; }

    /// <summary>The payload as it came.</summary>
    public readonly ReadOnlySpan<byte> Body => _message.Payload;

    /// <summary>A header of the event.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value; <see langword="null"/> when there is no such header, or none of that type.</returns>
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
        return milliseconds >= EarliestTimestamp && milliseconds <= LatestTimestamp ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    /// <summary>The payload as JSON, at its first byte. An empty one reads like <c>{}</c>.</summary>
#pragma warning disable CA1051 // A reader moves on: it must be passed on by reference, which a property cannot.
    public JsonBodyReader Json;
#pragma warning restore CA1051
}
