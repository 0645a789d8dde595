namespace DataZoneGen.Core;

/// <summary>The place in the current element where an XML reader is.</summary>
internal enum XmlReaderState : byte
{
    /// <summary>Before the first byte of the body.</summary>
    Initial,

    /// <summary>After the name of the start tag, before its attributes.</summary>
    StartTag,

    /// <summary>In the content of the element.</summary>
    Content,

    /// <summary>In an element that the body does not have, which is read as an empty one.</summary>
    Missing,
}
