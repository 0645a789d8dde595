using System;
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Generic;
using System.ComponentModel;
using System.Numerics;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Reads an XML body in one pass. The syntax is that of XML 1.0 in UTF-8, without document type definitions. Names are compared without their prefix, and
/// namespaces are ignored. The caller specifies the expected types.
/// </summary>
/// <remarks>
/// The reader is always in an element, at first in the root, whatever its name. To read an object, use <c>while (xml.NextMember(out var name))</c>, and read
/// or skip one value in the loop; for wrapped lists and maps, use <c>NextElement</c>. Text between elements is ignored. For a value of another type, the
/// reader skips it, returns a default value and records the member that contains it: <see cref="OmitUnreadable"/> then resets the reader to the first byte,
/// and the caller reads the body again without these members. The root value must have the expected type. The maximum depth of elements is 128.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct XmlBodyReader
{
    private readonly ReadOnlySpan<byte> _body;

    // The members that this reading skips, because they were found unreadable before.
    private readonly HashSet<(int Parent, string Name)>? _omitted;

    private int _position;

    // The number of elements that have been entered: the current one and those that contain it.
    private int _depth;

    private XmlReaderState _state;
    private XmlElement _element;
    private XmlElements _outer;

    // The unreadable members that this reading found.
    private HashSet<(int Parent, string Name)>? _unreadable;

    // The last text that is not a part of the body as it is, because it has references, for example.
    private byte[]? _decoded;

    /// <summary>Initializes a new instance of the <see cref="XmlBodyReader"/> struct in the root element of a body.</summary>
    /// <param name="body">The body.</param>
    public XmlBodyReader(ReadOnlySpan<byte> body)
        : this(body, omitted: null)
    {
    }

    private XmlBodyReader(ReadOnlySpan<byte> body, HashSet<(int Parent, string Name)>? omitted)
    {
        _body = body;
        _omitted = omitted;
    }

    /// <summary>The number of bytes that have been read.</summary>
    internal readonly int Position => _position;

    /// <summary>Moves to the next child of the current element, which is a member of an object.</summary>
    /// <param name="name">The name of the member, without prefix.</param>
    /// <returns><see langword="true"/> if there is another member; <see langword="false"/> at the end of the current element.</returns>
    public bool NextMember(out Utf8Text name)
    {
        while (Next(isMember: true))
        {
            if (_omitted is null || !IsOmitted())
            {
                name = new Utf8Text(LocalName);
                return true;
            }

            Skip();
        }

        name = default;
        return false;
    }

    /// <summary>Moves to the next child of the current element, which is an item of a list or an entry of a map.</summary>
    /// <returns><see langword="true"/> if there is another child; <see langword="false"/> at the end of the current element.</returns>
    public bool NextElement() => Next(isMember: false);

    /// <summary>Moves into the first child of the current element with a name. If there is none, the reader is in an empty element.</summary>
    /// <param name="name">The name of the child, without prefix.</param>
    public void Enter(ReadOnlySpan<byte> name)
    {
        while (NextMember(out var member))
        {
            if (member.Is(name))
            {
                return;
            }

            Skip();
        }

        _state = XmlReaderState.Missing;
    }

    /// <summary>Skips the current element, which must be well-formed.</summary>
    public void Skip()
    {
        if (_state == XmlReaderState.Missing)
        {
            _state = XmlReaderState.Content;
            return;
        }

        Begin();
        for (var depth = _depth; _depth >= depth;)
        {
            Next(isMember: false);
        }
    }

    /// <summary>Reads a string. White space is kept.</summary>
    /// <returns>The value.</returns>
    public string String() => Encoding.UTF8.GetString(ReadText("text", out _));

    /// <summary>Reads a string as UTF-8.</summary>
    /// <returns>The bytes, which are valid until the next read.</returns>
    public Utf8Text Utf8String() => new(ReadText("text", out _));

    /// <summary>Reads a Boolean: <c>true</c> or <c>false</c> in any case, 1 or 0.</summary>
    /// <returns>The value.</returns>
    public bool Boolean()
    {
        const string Expected = "a boolean";
        if (!ScalarText.TryParseBoolean(Trim(ReadText(Expected, out var element)), out var value))
        {
            Omit(element, Expected);
        }

        return value;
    }

    /// <summary>Reads an integer. <c>1500.0</c> and <c>1.5e3</c> are valid integers.</summary>
    /// <returns>The value.</returns>
    public int Int32() => (int)ReadInteger(int.MinValue, int.MaxValue);

    /// <inheritdoc cref="Int32"/>
    public long Int64() => ReadInteger(long.MinValue, long.MaxValue);

    /// <summary>Reads a number, which may also be <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    /// <returns>The nearest value.</returns>
    public float Single() => ReadFloatingPoint<float>();

    /// <inheritdoc cref="Single"/>
    public double Double() => ReadFloatingPoint<double>();

    /// <summary>Reads base64 data, which may contain white space.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlyMemory<byte> Blob()
    {
        const string Expected = "base64";
        var text = ReadText(Expected, out var element);
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done)
        {
            return bytes.AsMemory(0, written);
        }

        Omit(element, Expected);
        return default;
    }

    /// <summary>Reads a timestamp in any format: epoch seconds, ISO 8601, or an HTTP date.</summary>
    /// <returns>The timestamp in UTC.</returns>
    public DateTimeOffset Timestamp()
    {
        const string Expected = "a timestamp";
        if (!WireTimestampReader.TryParse(Trim(ReadText(Expected, out var element)), out var value))
        {
            Omit(element, Expected);
        }

        return value;
    }

    /// <summary>Returns the position of the current element.</summary>
    internal int ElementStart()
    {
        Begin();
        return _element.NameStart - 1;
    }

    /// <summary>Returns the name of the current element, without prefix.</summary>
    internal Utf8Text ElementName()
    {
        Begin();
        return new Utf8Text(LocalName);
    }

    /// <summary>Checks the rest of the body: the root element must end, and nothing may follow it. Does nothing if nothing has been read.</summary>
    public void End()
    {
        if (_state == XmlReaderState.Initial)
        {
            return;
        }

        if (_state == XmlReaderState.Missing)
        {
            _state = XmlReaderState.Content;
        }

        while (_depth > 0)
        {
            Next(isMember: false);
        }

        SkipMisc();
        if (_position < _body.Length)
        {
            throw CreateExpectedException("the end of the body");
        }
    }

    private readonly ReadOnlySpan<byte> LocalName => _body[_element.LocalNameStart.._element.NameEnd];

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8);

    private long ReadInteger(long min, long max)
    {
        const string Expected = "an integer in range";
        if (ScalarText.TryParseInteger(ReadText(Expected, out var element), out var value) && value >= min && value <= max)
        {
            return value;
        }

        Omit(element, Expected);
        return 0;
    }

    private T ReadFloatingPoint<T>()
        where T : struct, INumberBase<T>
    {
        const string Expected = "a number";
        if (!ScalarText.TryParseNumber(ReadText(Expected, out var element), out T value))
        {
            Omit(element, Expected);
        }

        return value;
    }

    /// <summary>Moves into the next child of the current element, or leaves the current element at its end.</summary>
    /// <returns><see langword="true"/> if the reader is in a child; otherwise, <see langword="false"/>.</returns>
    private bool Next(bool isMember)
    {
        if (_state != XmlReaderState.Content && !TryEnterContent())
        {
            return false;
        }

        SkipToTag();
        if (_body[_position + 1] == '/')
        {
            ReadEndTag();
            return false;
        }

        ReadStartTag(isMember);
        return true;
    }

    private readonly BodyFormatException CreateExpectedException(string expected) => new("Expected " + expected + ".", _position);

    private readonly BodyFormatException CreateEndOfBodyException() => new("The body ends in the middle of an element.", _body.Length);
}
