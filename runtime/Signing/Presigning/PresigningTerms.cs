namespace DataZoneGen.Core;

/// <summary>What a presigned query says besides the request.</summary>
internal readonly ref struct PresigningTerms
{
    /// <summary>Who signs.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>How long the query is valid, in seconds.</summary>
    public required int Seconds { get; init; }

    /// <summary>The token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Whether the token is added after signing, as a few services want it.</summary>
    public bool IsTokenUnsigned { get; init; }
}
