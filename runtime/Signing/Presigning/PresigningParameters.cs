namespace DataZoneGen.Core;

/// <summary>The signing parameters of a presigned request.</summary>
internal readonly ref struct PresigningParameters
{
    /// <summary>The access key id.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The lifetime of the request, in seconds.</summary>
    public required int Seconds { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Whether the token is that of a session of S3 Express.</summary>
    public bool IsSession { get; init; }

    /// <summary>Whether the session token is added after signing, as a few services require.</summary>
    public bool IsTokenUnsigned { get; init; }
}
