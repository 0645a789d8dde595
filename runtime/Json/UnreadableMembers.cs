using System;
using System.Collections.Generic;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The members of a body to leave out because a value cannot be read: for each such value the innermost member of an object, or entry of a map, that
/// holds it. A list is left out as a whole: without an element, all that follow would change their places, and services send lists that belong
/// together element by element.
/// </summary>
/// <param name="values">Where the unreadable values begin, in ascending order.</param>
internal sealed class UnreadableMembers(List<int> values)
{
    private readonly List<(int Start, int End)> _members = [];
    private int _next;

    /// <summary>How many members are left out.</summary>
    public int Count => _members.Count;

    /// <summary>The body with null in place of the members' values.</summary>
    /// <exception cref="JsonFormatException">No member holds the value: the root is a list.</exception>
    public ReadOnlySpan<byte> Remove(ReadOnlySpan<byte> body)
    {
        var json = new JsonBodyReader(body);
        if (!Find(ref json))
        {
            throw new JsonFormatException("An element of the body's list does not have the type that the service's model promises.", values[0]);
        }

        var buffer = new Utf8Buffer();
        var from = 0;
        foreach (var (start, end) in _members)
        {
            buffer.Add(body[from..start]);
            buffer.Add("null"u8);
            from = end;
        }

        buffer.Add(body[from..]);
        return buffer.Written;
    }

    /// <summary>Walks through the value here.</summary>
    /// <returns>Whether the value can be read, perhaps without some of its members.</returns>
    private bool Find(ref JsonBodyReader json)
    {
        var start = json.ValueStart(out var first);
        if (_next < values.Count && values[_next] == start)
        {
            _next++;
            json.Skip();
            return false;
        }

        switch (first)
        {
            case (byte)'{':
                FindInMembers(ref json);
                return true;
            case (byte)'[':
                var isReadable = true;
                while (json.NextElement())
                {
                    isReadable &= Find(ref json);
                }

                return isReadable;
            default:
                json.Skip();
                return true;
        }
    }

    private void FindInMembers(ref JsonBodyReader json)
    {
        while (json.NextMember(out _))
        {
            var start = json.ValueStart(out _);
            var found = _members.Count;
            if (!Find(ref json))
            {
                // The member goes as a whole, and with it what was found inside.
                _members.RemoveRange(found, _members.Count - found);
                _members.Add((start, json.Position));
            }
        }
    }
}
