using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fakes;

/// <summary>botocore, the core of AWS's SDK for Python, if it is installed.</summary>
internal static class Botocore
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <summary>The reason to skip the tests; <see langword="null"/> if botocore is installed.</summary>
    public static string? MissingReason => Missing.Value;

    /// <summary>Makes calls, one after the other.</summary>
    /// <param name="endpoint">The endpoint of all services.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="calls">The calls: service, name of the method, input.</param>
    /// <returns>The result of each call: <c>output</c> or <c>error</c>, and <c>requestId</c>.</returns>
    public static async Task<JsonElement[]> CallAsync(Uri endpoint, AwsCredentials credentials, params (string Service, string Operation, object Input)[] calls)
    {
        using var process = Start(Path.Combine(AppContext.BaseDirectory, "Fakes", "botocore_calls.py"));
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(new
        {
            endpoint = endpoint.AbsoluteUri,
            accessKeyId = credentials.AccessKeyId,
            secretAccessKey = credentials.SecretAccessKey,
            sessionToken = credentials.SessionToken,
            calls = Array.ConvertAll(calls, static call => new { service = call.Service, operation = call.Operation, input = call.Input }),
        }));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<JsonElement[]>(await output)!
            : throw new InvalidOperationException("botocore failed: " + await errors);
    }

    private static string? FindMissing()
    {
        try
        {
            using var process = Start("-c", "import botocore");
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "botocore is not installed.";
        }
        catch (Win32Exception)
        {
            return "Python is not installed.";
        }
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("python3", arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>A test that calls fakes with botocore; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BotocoreFactAttribute : FactAttribute
{
    public BotocoreFactAttribute() => Skip = Botocore.MissingReason;
}
