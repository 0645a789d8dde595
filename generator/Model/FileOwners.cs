using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// Finds the service that a file belongs to: the one it names, else that of the files of the same item, else that of the files in the
/// same folder.
/// </summary>
internal sealed class FileOwners
{
    private readonly ILookup<string, string> _byItem;
    private readonly ILookup<string, string> _byFolder;

    public FileOwners(IEnumerable<ModelFile> files)
    {
        var named = files.Where(static file => file.Metadata is not null).ToList();
        _byItem = named.ToLookup(static file => file.Item.Key, static file => KeyOf(file.Metadata!), StringComparer.OrdinalIgnoreCase);
        _byFolder = named.ToLookup(FolderOf, static file => KeyOf(file.Metadata!), StringComparer.Ordinal);
    }

    /// <summary>The folder of a file.</summary>
    public static string FolderOf(ModelFile file) => Path.GetDirectoryName(file.Path) ?? "";

    /// <summary>What tells the service of a file apart from others; null when the file belongs to none.</summary>
    public string? ServiceOf(ModelFile file) =>
        (file.Metadata is { } metadata ? KeyOf(metadata) : null)
        ?? Single(_byItem[file.Item.Key])
        ?? Single(_byFolder[FolderOf(file)]);

    /// <summary>
    /// The letters and digits of the service's id. Names of files and types come from these, and a file may name its service by the
    /// endpoint prefix alone, which is the id in lower case.
    /// </summary>
    private static string KeyOf(ServiceMetadata metadata) =>
        string.Concat(metadata.ServiceId.Where(static c => char.IsLetter(c) || c is >= '0' and <= '9')).ToUpperInvariant();

    private static string? Single(IEnumerable<string> services)
    {
        var distinct = services.Distinct(StringComparer.Ordinal).Take(2).ToList();
        return distinct.Count == 1 ? distinct[0] : null;
    }
}
