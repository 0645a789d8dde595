using System.Linq;
using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>A lock file of the project.</summary>
internal sealed record LockFile(string Path)
{
    /// <summary>The start of the file, for diagnostics about the whole file.</summary>
    public SourceLocation SourceLocation => new(Path, default, default);

    /// <summary>The sections of the file; empty if it could not be read.</summary>
    public EquatableArray<LockedService> Services { get; init; }

    /// <summary>Whether the file could be read.</summary>
    public bool IsValid { get; init; } = true;

    public LockedService? FindService(string name) => Services.FirstOrDefault(service => service.Name == name);
}
