using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>
/// Decides which files of operations are read. In the package, each operation is in a file with its name, so the files of operations that
/// are not selected need not be read.
/// </summary>
internal sealed record OperationFilter(EquatableArray<PackageSelection> Selections)
{
    /// <summary>Creates the filter for a project.</summary>
    /// <param name="files">The model files that are always read.</param>
    /// <param name="items">The AwsService items of the project.</param>
    public static OperationFilter Create(IReadOnlyList<ModelFile> files, EquatableArray<ServiceItem> items)
    {
        var owners = new FileOwners(files);
        var selections = files
            .GroupBy(owners.ServiceOf, StringComparer.Ordinal)
            .Where(static service => service.Key is not null && IsInPackageOnly([.. service]))
            .Select(service => Select(service.First().Item.Key, items))
            .OfType<PackageSelection>();
        return new OperationFilter(selections.ToEquatableArray());
    }

    /// <summary>Returns whether the operation of a file is selected, or may be needed for another reason.</summary>
    public bool IsNeeded(InputFile file)
    {
        foreach (var selection in Selections.AsSpan())
        {
            if (string.Equals(selection.Key, file.Item.Key, StringComparison.OrdinalIgnoreCase))
            {
                return file.Operation is not { } operation || selection.Lists.Any(list => list.Selects(operation));
            }
        }

        return true;
    }

    /// <summary>A file from outside the package may refer to any part of the service, so the whole service must be read.</summary>
    private static bool IsInPackageOnly(List<ModelFile> files)
    {
        var folders = files.Where(static file => file.Metadata is not null).Select(FileOwners.FolderOf).Distinct(StringComparer.Ordinal).ToList();
        return folders.Count == 1
            && files.All(file => string.Equals(file.Item.Key, files[0].Item.Key, StringComparison.OrdinalIgnoreCase)
                && (FileOwners.FolderOf(file) + Path.DirectorySeparatorChar).StartsWith(folders[0] + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    private static PackageSelection? Select(string key, EquatableArray<ServiceItem> items)
    {
        var keyItems = items.Where(item => string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase)).ToList();
        return keyItems.Count > 0 && keyItems.All(static item => item.Kind == ItemKind.Package)
            ? new PackageSelection(key, keyItems.Select(static item => item.Operations).OfType<string>().Select(OperationList.Parse).ToEquatableArray())
            : null;
    }
}

/// <summary>The lists of operations that items have for a service in the package.</summary>
internal sealed record PackageSelection(string Key, EquatableArray<OperationList> Lists);
