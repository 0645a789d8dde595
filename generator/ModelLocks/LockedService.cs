using System;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>
/// What a model lock records of a service: the facts that callers and the wire depend on. The same records describe the model of the project, with
/// locations in the model, and the section of a lock file, with locations in that file.
/// </summary>
internal sealed record LockedService(string Name, SourceLocation SourceLocation)
{
    /// <summary>The name of the protocol.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>Sorted by name.</summary>
    public EquatableArray<LockedOperation> Operations { get; init; }

    /// <summary>The shapes with members or values, sorted by name. All other shapes are part of the types of members.</summary>
    public EquatableArray<LockedShape> Shapes { get; init; }

    public LockedOperation? FindOperation(string name) => Operations.FirstOrDefault(operation => operation.Name == name);
}

internal sealed record LockedOperation(string Name, SourceLocation SourceLocation)
{
    /// <summary>The HTTP method and the URI.</summary>
    public string Http { get; init; } = "";

    /// <summary>What goes before the host of the endpoint; empty for most operations.</summary>
    public string HostPrefix { get; init; } = "";

    /// <summary>How requests authenticate; empty for the usual signature.</summary>
    public string Auth { get; init; } = "";

    /// <summary>The name of the shape with the input; null if there is none.</summary>
    public string? Input { get; init; }

    /// <summary>The name of the shape with the output; null if there is none.</summary>
    public string? Output { get; init; }

    /// <summary>The names of errors, sorted.</summary>
    public EquatableArray<LockedName> Errors { get; init; }

    /// <summary>The paths of the items of pages; null if the operation has no paginator.</summary>
    public LockedName? Paginator { get; init; }

    /// <summary>The names of the waiters that call the operation, sorted.</summary>
    public EquatableArray<LockedName> Waiters { get; init; }
}

/// <summary>A name or a short text, and where it is.</summary>
internal sealed record LockedName(string Text, SourceLocation SourceLocation);

/// <summary>A structure, union, event stream, enumeration or error.</summary>
internal sealed record LockedShape(string Name, LockedShapeKind Kind, SourceLocation SourceLocation)
{
    /// <summary>Sorted by name.</summary>
    public EquatableArray<LockedMember> Members { get; init; }

    /// <summary>The values of an enumeration, sorted.</summary>
    public EquatableArray<LockedName> Values { get; init; }

    /// <summary>The code of an error, if it is not its name; otherwise, null.</summary>
    public string? Code { get; init; }

    /// <summary>The HTTP status code of an error; null if the model has none.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the shape is part of requests. A lock file does not contain this.</summary>
    public bool IsSent { get; init; }

    /// <summary>Whether the shape is part of responses or errors. A lock file does not contain this.</summary>
    public bool IsReceived { get; init; }

    public LockedMember? FindMember(string name) => Members.FirstOrDefault(member => member.Name == name);
}

internal enum LockedShapeKind
{
    Structure,
    Union,
    EventStream,
    Enum,
    Error,
}

/// <param name="Name">The name in the model.</param>
/// <param name="Type">The type, as <see cref="TypeText"/> describes it.</param>
/// <param name="SourceLocation">Where the member is.</param>
internal sealed record LockedMember(string Name, string Type, SourceLocation SourceLocation)
{
    public bool IsRequired { get; init; }

    /// <summary>The part of the message with the member; empty for the body.</summary>
    public string Binding { get; init; } = "";

    /// <summary>The name in the message.</summary>
    public string WireName { get; init; } = "";

    /// <summary>The name in requests of the EC2 query protocol, if it differs; otherwise, null.</summary>
    public string? QueryName { get; init; }

    /// <summary>Other facts that change the message, sorted. The names are those of <see cref="LockTraits"/>.</summary>
    public EquatableArray<string> Traits { get; init; }

    public bool IsIdempotencyToken => Traits.Contains(LockTraits.IdempotencyToken, StringComparer.Ordinal);

    /// <summary>The binding with the name and the traits, for comparisons and messages.</summary>
    public string Wire
    {
        get
        {
            var traits = Traits.Where(static trait => trait != LockTraits.IdempotencyToken).ToList();
            return (Binding.Length == 0 ? "body" : Binding) + " '" + WireName + "'"
                + (QueryName is null ? "" : ", in requests '" + QueryName + "'")
                + (traits.Count == 0 ? "" : " (" + string.Join(", ", traits) + ")");
        }
    }
}

/// <summary>The traits of members in lock files.</summary>
internal static class LockTraits
{
    public const string Flattened = "flattened";
    public const string HostLabel = "hostLabel";
    public const string IdempotencyToken = "idempotencyToken";
    public const string JsonValue = "jsonValue";
    public const string RequiresLength = "requiresLength";
    public const string XmlAttribute = "xmlAttribute";
}
