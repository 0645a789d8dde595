using System;

namespace DataZoneGen.Testing.Core;

/// <summary>Enumerates the parameters of a query.</summary>
internal ref struct QueryParameters(ReadOnlySpan<char> query)
{
    private ReadOnlySpan<char> _rest = query;
    private ReadOnlySpan<char> _current;

    public readonly QueryParameter Current => new(_current);

    public readonly QueryParameters GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf('&');
            _current = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (!_current.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A parameter of a query.</summary>
internal readonly ref struct QueryParameter(ReadOnlySpan<char> encoded)
{
    /// <summary>The parameter as it was sent.</summary>
    public ReadOnlySpan<char> Encoded { get; } = encoded;

    public ReadOnlySpan<char> EncodedName => Encoded.IndexOf('=') is >= 0 and var end ? Encoded[..end] : Encoded;

    public string Name => Decode(EncodedName);

    /// <summary>The decoded value; empty if there is none.</summary>
    public string Value => Encoded.IndexOf('=') is >= 0 and var end ? Decode(Encoded[(end + 1)..]) : "";

    /// <summary>Whether the parameter has this decoded name.</summary>
    public bool Is(string name) => EncodedName.ContainsAny('%', '+') ? Name == name : EncodedName.SequenceEqual(name);

    private static string Decode(ReadOnlySpan<char> encoded) => encoded.ContainsAny('%', '+')
        ? Uri.UnescapeDataString(encoded.ToString().Replace('+', ' '))
        : encoded.ToString();
}
