using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// Finds the service of a file: the service in its metadata, or the service of the other files of the same item, or the service of the files
/// in the same folder.
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

    /// <summary>Returns the folder of a file.</summary>
    public static string FolderOf(ModelFile file) => Path.GetDirectoryName(file.Path) ?? "";

    /// <summary>Returns the key of the service of a file; null if the file belongs to no service.</summary>
    public string? ServiceOf(ModelFile file) =>
        (file.Metadata is { } metadata ? KeyOf(metadata) : null)
        ?? Single(_byItem[file.Item.Key])
        ?? Single(_byFolder[FolderOf(file)]);

    /// <summary>
    /// Returns the letters and digits of the service id in upper case. Names of files and types are derived from these. A file may contain only the
    /// endpoint prefix, which is the id in lower case.
    /// </summary>
    private static string KeyOf(ServiceMetadata metadata) =>
        string.Concat(metadata.ServiceId.Where(static c => char.IsLetter(c) || c is >= '0' and <= '9')).ToUpperInvariant();

    private static string? Single(IEnumerable<string> services)
    {
        var distinct = services.Distinct(StringComparer.Ordinal).Take(2).ToList();
        return distinct.Count == 1 ? distinct[0] : null;
    }
}
