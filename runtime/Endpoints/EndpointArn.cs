using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The parts of an Amazon Resource Name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointArn
{
    private const int Parts = 6;

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

    /// <summary>The region; empty where there is none.</summary>
    public string Region { get; }

    /// <summary>The account's number; empty where there is none.</summary>
    public string AccountId { get; }

    /// <summary>The parts of the resource, which colons and slashes separate.</summary>
    public IReadOnlyList<string> ResourceId { get; }

    /// <summary>Takes an ARN apart.</summary>
    /// <returns>The parts; <see langword="null"/> when it is none: partition, service and resource must be there.</returns>
    internal static EndpointArn? Parse(string? arn) =>
        arn?.Split(':', Parts) is { Length: Parts } parts && parts[0] == "arn" && parts[1].Length > 0 && parts[2].Length > 0 && parts[5].Length > 0
            ? new EndpointArn(parts)
            : null;
}
