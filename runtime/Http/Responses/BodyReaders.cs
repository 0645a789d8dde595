using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The readers of one body, one for each format, of which the protocol of the service uses one. Creating them does not read the body.
/// </summary>
internal ref struct BodyReaders
{
    /// <summary>The reader of a JSON body, at its first byte. An empty body is read as <c>{}</c>.</summary>
    public JsonBodyReader Json;

    /// <summary>The reader of a CBOR body, at its first byte. An empty body is read as an empty map.</summary>
    public CborBodyReader Cbor;

    /// <summary>The reader of an XML body, in its root element. An empty body is read as an empty element.</summary>
    public XmlBodyReader Xml;

    public BodyReaders(ReadOnlySpan<byte> body)
    {
        Json = new JsonBodyReader(body.IsEmpty ? EmptyBody.Json : body);
        Cbor = new CborBodyReader(body.IsEmpty ? EmptyBody.Cbor : body);
        Xml = new XmlBodyReader(body.IsEmpty ? EmptyBody.Xml : body);
    }
}
