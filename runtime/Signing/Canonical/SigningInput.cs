using System;

namespace DataZoneGen.Core;

/// <summary>What a signature covers.</summary>
internal readonly ref struct SigningInput
{
    public required string Method { get; init; }

    /// <summary>The path of the endpoint, as it goes over the wire; empty for most.</summary>
    public ReadOnlySpan<byte> BasePath { get; init; }

    /// <summary>The path after it, as it goes over the wire.</summary>
    public required ReadOnlySpan<byte> Path { get; init; }

    /// <summary>What is done to the path for the signature.</summary>
    public PathRules PathRules { get; init; }

    /// <summary>The query as it goes over the wire, without its question mark.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>The headers to sign, names in lower case, in any order; they are sorted in place.</summary>
    public required Span<RequestHeader> Headers { get; init; }

    public ReadOnlySpan<byte> Body { get; init; }

    /// <summary>What stands for the body; <see langword="null"/> for the hash of its bytes.</summary>
    public string? PayloadHash { get; init; }

    public required AmzDate Date { get; init; }
}
