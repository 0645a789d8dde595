using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>
/// Decides which files of operations are read. The package has one operation in a file and names the file after it, so that files of
/// operations that no item selects need not be read.
/// </summary>
internal sealed record OperationFilter(EquatableArray<PackageSelection> Selections)
{
    /// <summary>Makes the filter for a project.</summary>
    /// <param name="files">The model files that are read in any case.</param>
    /// <param name="items">The AwsService items of the project.</param>
    public static OperationFilter Create(IReadOnlyList<ModelFile> files, EquatableArray<ServiceItem> items)
    {
        var owners = new FileOwners(files);
        var selections = files
            .GroupBy(owners.ServiceOf, StringComparer.Ordinal)
            .Where(static service => service.Key is not null && IsOfPackageAlone([.. service]))
            .Select(service => Select(service.First().Item.Key, items))
            .OfType<PackageSelection>();
        return new OperationFilter(selections.ToEquatableArray());
    }

    /// <summary>Whether the operation of a file is selected, or may be needed for another reason.</summary>
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

    /// <summary>A file that joins the service from elsewhere may refer to anything in it: then the service is read in full.</summary>
    private static bool IsOfPackageAlone(List<ModelFile> files)
    {
        var folders = files.Where(static file => file.Metadata is not null).Select(FileOwners.FolderOf).Distinct(StringComparer.Ordinal).ToList();
        return folders.Count == 1
            && files.All(file => string.Equals(file.Item.Key, files[0].Item.Key, StringComparison.OrdinalIgnoreCase)
                && (FileOwners.FolderOf(file) + Path.DirectorySeparatorChar).StartsWith(folders[0] + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    private static PackageSelection? Select(string key, EquatableArray<ServiceItem> items)
    {
        var ofKey = items.Where(item => string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase)).ToList();
        return ofKey.Count > 0 && ofKey.All(static item => item.Kind == ItemKind.Package)
            ? new PackageSelection(key, ofKey.Select(static item => item.Operations).OfType<string>().Select(OperationList.Parse).ToEquatableArray())
            : null;
    }
}

/// <summary>What the items select of a service of the package.</summary>
internal sealed record PackageSelection(string Key, EquatableArray<OperationList> Lists);
