using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Measure.Parts;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>The programs in JavaScript and Python, where the machine can run them.</summary>
internal static class OtherLanguages
{
    public const string JavaScript = "AWS SDK for JavaScript";
    public const string Python = "boto3";

    /// <summary>Installs what the programs need, and returns those that can run.</summary>
    public static async Task<IReadOnlyList<(string Subject, RunnableProgram Program)>> FindAsync(Publisher publisher)
    {
        var found = new List<(string, RunnableProgram)>();
        var folder = Path.Combine(publisher.Folder, "JavaScript");
        if (await RunsAsync(folder, "npm", "install", "--no-audit", "--no-fund"))
        {
            found.Add((JavaScript, new(["node", "client.js"], folder)));
        }

        folder = Path.Combine(publisher.Folder, "Python");
        if (await RunsAsync(folder, "python3", "-c", "import boto3"))
        {
            // The interpreter itself, because the command can be a script that looks for it.
            var (output, _) = await Commands.RunAsync(folder, new Dictionary<string, string>(), ["python3", "-c", "import sys; print(sys.executable)"]);
            found.Add((Python, new([output.Trim(), "client.py"], folder)));
        }

        return found;
    }

    private static async Task<bool> RunsAsync(string folder, params string[] command)
    {
        try
        {
            await Commands.RunAsync(folder, new Dictionary<string, string>(), command);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            MeasureContext.Report($"left out: {string.Join(' ', command)}: {exception.Message}");
            return false;
        }
    }
}
