using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;

namespace DataZoneGen.ThirdParty.Tests.Servers;

/// <summary>The servers that npm installs, and why they cannot be started if they cannot.</summary>
internal static class NodeModules
{
    private const int MinNodeVersion = 20;

    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <summary>The folder of <c>package.json</c>.</summary>
    public static string Folder { get; } = typeof(NodeModules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "ServersFolder").Value!;

    /// <summary>The reason to skip the tests; <see langword="null"/> if the servers can be started.</summary>
    public static string? MissingReason => Missing.Value;

    private static string? FindMissing()
    {
        if (FindNodeVersion() is not { } version || version < MinNodeVersion)
        {
            return $"Node.js {MinNodeVersion} or later is not installed.";
        }

        // npm writes this file at the end of an installation.
        return File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))
            ? null
            : "The servers are not installed. Run 'npm ci' in tests/ThirdParty.Tests/Servers.";
    }

    private static int? FindNodeVersion()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            return Version.TryParse(output.Trim().TrimStart('v'), out var version) ? version.Major : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
