namespace DataZoneGen.Core;

/// <summary>An object, an array or a map that is being written.</summary>
internal struct XmlWriterLevel
{
    /// <summary>The element that is closed at the end; empty if a flattened array or map has none.</summary>
    public XmlName Element;

    /// <summary>The start tag of each item of an array or entry of a map.</summary>
    public XmlStartTag Item;

    /// <summary>The start tag of each key of a map.</summary>
    public XmlStartTag Key;

    /// <summary>The start tag of each value of a map.</summary>
    public XmlStartTag Value;

    /// <summary>The open entry of a map; empty if there is none.</summary>
    public XmlName Entry;

    /// <summary>The length of the start tags of the levels above.</summary>
    public int OuterTags;

    /// <summary>Whether this is a map.</summary>
    public bool IsMap;
}

/// <summary>A name in the written body, for the end tag.</summary>
internal readonly record struct XmlName(int Start, int Length);

/// <summary>The text of a start tag that is written for each item: a name and the declaration of a namespace, if any.</summary>
internal readonly record struct XmlStartTag(int Start, int Length, int NameLength);
