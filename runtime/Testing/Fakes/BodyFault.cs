using System;

namespace DataZoneGen.Testing.Core;

/// <summary>What happens to the body of a response on its way.</summary>
internal readonly record struct BodyFault
{
    /// <summary>Whether the connection ends within the body.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>How many bytes of a truncated body are sent; <see langword="null"/> for half of them.</summary>
    public int? Length { get; init; }

    /// <summary>The size of a piece of a slow body in bytes; 0 if the body is not slow.</summary>
    public int PieceSize { get; init; }

    /// <summary>The delay before each piece.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>Replaces the body of a response by a stream with this fault.</summary>
    public void ApplyTo(FakeResponse response, TimeProvider clock)
    {
        if (!IsTruncated && PieceSize == 0)
        {
            return;
        }

        var length = response.ContentLength;
        var end = IsTruncated ? Length ?? length.GetValueOrDefault() / 2 : long.MaxValue;
        response.BodyStream = new FaultStream(response.OpenBody(), end, PieceSize, PieceDelay, clock);
        response.ContentLength = length;
    }
}
