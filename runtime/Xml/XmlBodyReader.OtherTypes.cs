using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Values of another type than expected, which are omitted.</content>
public ref partial struct XmlBodyReader
{
    /// <summary>
    /// Resets the reader to the first byte, so that the body is read again without the members that could not be read: for each unreadable value, the
    /// innermost member that contains it. A list is omitted as a whole, also a flattened one: omitting an item would change the index of those after it.
    /// </summary>
    /// <returns>The number of these members; 0 if all values could be read, in which case nothing changes.</returns>
    internal int OmitUnreadable()
    {
        if (_unreadable is not { } omitted)
        {
            return 0;
        }

        this = new XmlBodyReader(_body, omitted);
        return omitted.Count;
    }

    /// <summary>Records the member that contains an element, which has been read and does not have the expected type.</summary>
    private void Omit(XmlElement element, string expected)
    {
        var position = element.NameStart - 1;
        for (var depth = _depth; depth > 0; depth--)
        {
            var parent = depth == _depth ? _element : _outer.Get(depth - 1);
            if (element.IsMember)
            {
                // The items of a flattened list have the same parent and the same name.
                _unreadable ??= [];
                _unreadable.Add((parent.NameStart, GetLocalName(element)));
                return;
            }

            element = parent;
        }

        throw new BodyFormatException("Expected " + expected + ".", position);
    }

    private readonly bool IsOmitted() => _omitted!.Contains((_outer.Get(_depth - 2).NameStart, GetLocalName(_element)));

    private readonly string GetLocalName(XmlElement element) => Encoding.UTF8.GetString(_body[element.LocalNameStart..element.NameEnd]);
}
