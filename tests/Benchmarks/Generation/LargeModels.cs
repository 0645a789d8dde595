using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DataZoneGen.Benchmarks.Generation;

/// <summary>Finds the largest models in the folder of all of AWS's models, which an environment variable names.</summary>
internal static class LargeModels
{
    private const string Variable = "DATAZONEGEN_MODELS";

    private const int Count = 3;

    /// <summary>Returns the name, the number of operations and the folder of each model, the largest first, or nothing without the variable.</summary>
    public static IEnumerable<(string Name, int Operations, string Folder)> Find() => Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } root
        ? []
        : Directory.GetDirectories(root)
            .Select(static folder => new FileInfo(Path.Combine(folder, ModelDriver.ModelFile)))
            .Where(static model => model.Exists)
            .OrderByDescending(static model => model.Length)
            .Take(Count)
            .Select(static model => Read(model.DirectoryName!));

    private static (string Name, int Operations, string Folder) Read(string folder)
    {
        using var model = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ModelDriver.ModelFile)));
        return (model.RootElement.GetProperty("metadata").GetProperty("serviceId").GetString()!, model.RootElement.GetProperty("operations").EnumerateObject().Count(), folder);
    }
}
