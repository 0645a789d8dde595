using System;

namespace DataZoneGen.Core;

/// <summary>The parts of a request that a signature covers.</summary>
internal readonly ref struct SigningInput
{
    public required string Method { get; init; }

    /// <summary>The encoded base path of the endpoint; empty for most endpoints.</summary>
    public ReadOnlySpan<byte> BasePath { get; init; }

    /// <summary>The encoded path after the base path.</summary>
    public required ReadOnlySpan<byte> Path { get; init; }

    /// <summary>How the path is written in the canonical request.</summary>
    public PathRules PathRules { get; init; }

    /// <summary>The encoded query, without its question mark.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>The headers to sign, with names in lowercase. They are sorted in place.</summary>
    public required HeaderList Headers { get; init; }

    public ReadOnlySpan<byte> Body { get; init; }

    /// <summary>The payload hash; <see langword="null"/> to compute it from the body.</summary>
    public string? PayloadHash { get; init; }

    public required AmzDate Date { get; init; }
}
