using System.Runtime.CompilerServices;

namespace DataZoneGen.Core;

/// <summary>An element that is being read.</summary>
internal struct XmlElement
{
    /// <summary>The position of the name, which may have a prefix.</summary>
    public int NameStart;

    /// <summary>The position of the name without the prefix.</summary>
    public int LocalNameStart;

    /// <summary>The end of the name.</summary>
    public int NameEnd;

    /// <summary>Whether the element is the member of an object. Otherwise, it is the root, an item of a list or an entry of a map.</summary>
    public bool IsMember;
}

/// <summary>The elements that contain the current one. The first ones are in place, so that reading a usual body does not allocate.</summary>
internal struct XmlElements
{
    private const int InlineCount = 6;

    private InlineElements _inline;
    private XmlElement[]? _further;

    public readonly XmlElement Get(int index) => index < InlineCount ? _inline[index] : _further![index - InlineCount];

    public void Set(int index, XmlElement element)
    {
        if (index < InlineCount)
        {
            _inline[index] = element;
        }
        else
        {
            _further ??= new XmlElement[BodyLimits.MaxDepth - InlineCount];
            _further[index - InlineCount] = element;
        }
    }

    [InlineArray(InlineCount)]
    private struct InlineElements
    {
        private XmlElement _first;
    }
}
