using System;
using System.IO;

namespace DataZoneGen.Package.Tests.Packing;

/// <summary>The folder of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataZoneGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No parent folder of the tests contains DataZoneGen.sln.");
    }
}
