using System;
using System.Collections.Generic;
using System.IO;
using DataZoneGen.Core;

namespace DataZoneGen.Runtime.Tests;

/// <summary>A home folder of its own with AWS configuration files, and an environment that points there and has what a test adds.</summary>
internal sealed class SettingsFolder : IDisposable
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory();

    public SettingsFolder(string? config = null, string? credentials = null)
    {
        _variables["HOME"] = _home.FullName;
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));
        Write("config", config);
        Write("credentials", credentials);
    }

    public string? this[string variable]
    {
        set => _variables[variable] = value ?? "";
    }

    public EnvironmentVariables Variables => new(name => _variables.GetValueOrDefault(name));

    public SharedConfig Settings(string? profile = null) => new(profile, "Test Store", Variables);

    public string PathOf(string name) => Path.Combine(_home.FullName, ".aws", name);

    /// <summary>Keeps others from reading a file until the result is disposed.</summary>
    public FileStream Lock(string name) => new(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => _home.Delete(recursive: true);

    private void Write(string name, string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(PathOf(name), text);
        }
    }
}
