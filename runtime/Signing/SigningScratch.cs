using System;

namespace DataZoneGen.Wire;

/// <summary>The memory that a signature takes to make, used again for the next one.</summary>
internal sealed class SigningScratch
{
    private RequestHeader[] _headers = new RequestHeader[8];

    public Utf8Buffer Buffer { get; } = new();

    /// <summary>Room for the headers to sign.</summary>
    public Span<RequestHeader> Headers(int count)
    {
        if (_headers.Length < count)
        {
            _headers = new RequestHeader[2 * count];
        }

        return _headers.AsSpan(0, count);
    }

    /// <summary>Forgets what was signed, session tokens among it.</summary>
    public void Clear()
    {
        Buffer.Clear();
        Array.Clear(_headers);
    }
}
