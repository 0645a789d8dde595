using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Tasks;

namespace DataZoneGen.ThirdParty.Tests.Servers;

/// <summary>The program curl, if it is installed.</summary>
internal static class Curl
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <summary>The reason to skip the tests; <see langword="null"/> if curl is installed.</summary>
    public static string? MissingReason => Missing.Value;

    /// <summary>Runs curl, which fails if the status code is an error.</summary>
    /// <param name="input">The standard input.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The standard output.</returns>
    public static async Task<string> RunAsync(string input, params string[] arguments)
    {
        using var process = Start(["--silent", "--show-error", "--fail", .. arguments]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException("curl failed: " + await errors);
    }

    private static string? FindMissing()
    {
        try
        {
            using var process = Start(["--version"]);
            process.StandardOutput.ReadToEnd();
            return null;
        }
        catch (Win32Exception)
        {
            return "curl is not installed.";
        }
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("curl", arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
