using System;
using System.Collections.Generic;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>
/// The parameters of a form, sorted by the segments of their names, so that the members of an object and the items of a list are neighbors. Names
/// are decoded; values are decoded when they are read.
/// </summary>
internal sealed class FormParameters
{
    private const int MaxCount = 100_000;

    private readonly ReadOnlyMemory<byte> _body;
    private readonly byte[] _names;
    private readonly FormParameter[] _parameters;

    private FormParameters(ReadOnlyMemory<byte> body, byte[] names, FormParameter[] parameters) => (_body, _names, _parameters) = (body, names, parameters);

    /// <summary>A form without parameters.</summary>
    public static FormParameters Empty { get; } = new(default, [], []);

    public int Count => _parameters.Length;

    /// <summary>Parses a form.</summary>
    /// <exception cref="BodyFormatException">The form has too many parameters, or a name is nested too deeply.</exception>
    public static FormParameters Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return Empty;
        }

        var span = body.Span;
        var count = span.Count((byte)'&') + 1;
        if (count > MaxCount)
        {
            throw new BodyFormatException("The form has too many parameters.", 0);
        }

        var names = new byte[span.Length];
        var parameters = new FormParameter[count];
        var (nameEnd, found) = (0, 0);
        for (var start = 0; start < span.Length;)
        {
            var length = span[start..].IndexOf((byte)'&');
            length = length < 0 ? span.Length - start : length;
            var equals = span.Slice(start, length).IndexOf((byte)'=');
            var name = span.Slice(start, equals < 0 ? length : equals);
            var nameLength = FormText.Decode(name, names.AsSpan(nameEnd));
            ThrowIfTooDeep(names.AsSpan(nameEnd, nameLength), start);
            if (nameLength > 0)
            {
                var value = equals < 0 ? length : equals + 1;
                parameters[found++] = new FormParameter(nameEnd, nameLength, start + value, length - value);
                nameEnd += nameLength;
            }

            start += length + 1;
        }

        Array.Resize(ref parameters, found);
        Array.Sort(parameters, new ByName(names));
        return new FormParameters(body, names, parameters);
    }

    /// <summary>Returns the decoded name of a parameter.</summary>
    public ReadOnlySpan<byte> Name(int index) => _names.AsSpan(_parameters[index].NameStart, _parameters[index].NameLength);

    /// <summary>Returns the encoded value of a parameter.</summary>
    public ReadOnlySpan<byte> Value(int index) => _body.Span.Slice(_parameters[index].ValueStart, _parameters[index].ValueLength);

    /// <summary>Returns the position of the value of a parameter in the body.</summary>
    public int Position(int index) => _parameters[index].ValueStart;

    /// <summary>Finds the value of a parameter at the top; <see langword="null"/> if there is none.</summary>
    public string? Find(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < Count; index++)
        {
            if (Name(index).SequenceEqual(name))
            {
                return FormText.Decode(Value(index));
            }
        }

        return null;
    }

    private static void ThrowIfTooDeep(ReadOnlySpan<byte> name, int position)
    {
        if (name.Count((byte)'.') >= BodyLimits.MaxDepth)
        {
            throw new BodyFormatException("The form is nested too deeply.", position);
        }
    }

    private readonly record struct FormParameter(int NameStart, int NameLength, int ValueStart, int ValueLength);

    /// <summary>Compares names segment by segment. Numbers are in their numeric order; of the same name, the first parameter comes first.</summary>
    private sealed class ByName(byte[] names) : IComparer<FormParameter>
    {
        public int Compare(FormParameter x, FormParameter y)
        {
            var order = Compare(names.AsSpan(x.NameStart, x.NameLength), names.AsSpan(y.NameStart, y.NameLength));
            return order != 0 ? order : x.NameStart.CompareTo(y.NameStart);
        }

        private static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
        {
            while (!left.IsEmpty && !right.IsEmpty)
            {
                var order = CompareSegments(FormText.TakeSegment(ref left), FormText.TakeSegment(ref right));
                if (order != 0)
                {
                    return order;
                }
            }

            return left.Length.CompareTo(right.Length);
        }

        private static int CompareSegments(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
        {
            var areNumbers = FormText.IsNumber(left) && FormText.IsNumber(right);
            return areNumbers && left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
        }
    }
}
