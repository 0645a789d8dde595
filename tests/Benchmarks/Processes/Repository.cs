using System;
using System.IO;

namespace DataZoneGen.Benchmarks.Processes;

/// <summary>The repository that this program was built in.</summary>
internal static class Repository
{
    /// <summary>Returns the root folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The program is not in the repository.</exception>
    public static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataZoneGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No parent folder of the benchmarks contains DataZoneGen.sln.");
    }
}
