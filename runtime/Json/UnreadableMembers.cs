using System;
using System.Collections.Generic;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The members of a body to omit because a value cannot be read: for each such value, the innermost member of an object or entry of a map that contains
/// it. A list is omitted as a whole: omitting an element would change the index of those after it, and some services send lists whose elements belong
/// together by index.
/// </summary>
/// <param name="values">The positions of the unreadable values, in ascending order.</param>
internal sealed class UnreadableMembers(List<int> values)
{
    private readonly List<(int Start, int End)> _members = [];
    private int _next;

    /// <summary>The number of omitted members.</summary>
    public int Count => _members.Count;

    /// <summary>Returns the body with null for the values of the omitted members.</summary>
    /// <exception cref="BodyFormatException">No member contains the value, because the root is a list.</exception>
    public ReadOnlySpan<byte> Remove(ReadOnlySpan<byte> body)
    {
        var json = new JsonBodyReader(body);
        if (!Find(ref json))
        {
            throw new BodyFormatException("An element of the body's list does not have the type in the service's model.", values[0]);
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

    /// <summary>Searches the current value.</summary>
    /// <returns><see langword="true"/> if the value can be read, with or without omitted members; otherwise, <see langword="false"/>.</returns>
    private bool Find(ref JsonBodyReader json)
    {
        var start = json.GetValueStart(out var first);
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
            var start = json.GetValueStart(out _);
            var found = _members.Count;
            if (!Find(ref json))
            {
                // The whole member is omitted, including the members found inside.
                _members.RemoveRange(found, _members.Count - found);
                _members.Add((start, json.Position));
            }
        }
    }
}
