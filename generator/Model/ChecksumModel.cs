using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>The checksums of an operation's bodies: the trait <c>httpChecksum</c>, which has the same fields in C2J and Smithy.</summary>
internal sealed record ChecksumModel
{
    /// <summary>The input member with the algorithm of the request; null if there is none.</summary>
    public string? RequestAlgorithmMember { get; init; }

    public bool IsRequestChecksumRequired { get; init; }

    /// <summary>The input member that asks for the checksum of the response; null if there is none.</summary>
    public string? ValidationModeMember { get; init; }

    /// <summary>The algorithms that the response may have.</summary>
    public EquatableArray<string> ResponseAlgorithms { get; init; }

    /// <summary>Reads the trait; returns the existing value if it is missing.</summary>
    public static ChecksumModel? Read(ChecksumModel? existing, JsonObject owner, string field, ModelSource source) => source.Object(owner, field) is { } trait
        ? new ChecksumModel
        {
            RequestAlgorithmMember = source.String(trait, "requestAlgorithmMember"),
            IsRequestChecksumRequired = source.Boolean(trait, "requestChecksumRequired"),
            ValidationModeMember = source.String(trait, "requestValidationModeMember"),
            ResponseAlgorithms = source.Strings(trait, "responseAlgorithms"),
        }
        : existing;
}
