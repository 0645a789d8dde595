using System;
using System.IO;
using Xunit;

namespace DataZoneGen.Runtime.Tests;

/// <summary>Test suites that lie beside the repository, or where DATAZONEGEN_SUITES says; tests that need them are skipped without.</summary>
internal static class Suites
{
    private static readonly string? Root = Find();

    public static string? PathOf(string relative)
        => Root is not null && Path.Combine(Root, relative) is var path && Path.Exists(path) ? path : null;

    public static string Text(string relative) => File.ReadAllText(PathOf(relative) ?? throw new FileNotFoundException(relative));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DATAZONEGEN_SUITES") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            {
                return folder.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
            }
        }

        return null;
    }
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SuiteFactAttribute : FactAttribute
{
    public SuiteFactAttribute(string path)
    {
        Path = path;
        Skip = Suites.PathOf(path) is null ? $"The suite {path} is not here; DATAZONEGEN_SUITES can name the folder that has it." : null;
    }

    public string Path { get; }
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SuiteTheoryAttribute : TheoryAttribute
{
    public SuiteTheoryAttribute(string path)
    {
        Path = path;
        Skip = Suites.PathOf(path) is null ? $"The suite {path} is not here; DATAZONEGEN_SUITES can name the folder that has it." : null;
    }

    public string Path { get; }
}
