using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The parts of an Amazon Resource Name (ARN).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointArn
{
    private const int PartCount = 6;

    private EndpointArn(string[] parts)
    {
        Partition = parts[1];
        Service = parts[2];
        Region = parts[3];
        AccountId = parts[4];
        ResourceId = parts[5].Split([':', '/']);
    }

    /// <summary>The partition, such as <c>aws</c>.</summary>
    public string Partition { get; }

    /// <summary>The service, such as <c>s3</c>.</summary>
    public string Service { get; }

    /// <summary>The region; empty if there is none.</summary>
    public string Region { get; }

    /// <summary>The account id; empty if there is none.</summary>
    public string AccountId { get; }

    /// <summary>The parts of the resource id, which are separated by colons or slashes.</summary>
    public IReadOnlyList<string> ResourceId { get; }

    /// <summary>Parses an ARN.</summary>
    /// <returns>The parts; <see langword="null"/> if the text is not an ARN with a partition, a service and a resource.</returns>
    internal static EndpointArn? Parse(string? arn) =>
        arn?.Split(':', PartCount) is { Length: PartCount } parts && parts[0] == "arn" && parts[1].Length > 0 && parts[2].Length > 0 && parts[5].Length > 0
            ? new EndpointArn(parts)
            : null;
}
