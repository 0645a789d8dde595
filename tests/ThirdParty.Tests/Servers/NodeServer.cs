using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Servers;

/// <summary>A server from npm in its own process, on a free port of 127.0.0.1. Without Node.js or the package it does not start, and the tests are skipped.</summary>
/// <param name="package">The name of the package, or the path of a script, whose export creates the server.</param>
/// <param name="options">The options of the server, as JSON.</param>
public abstract class NodeServer(string package, string options) : IAsyncLifetime
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private Process? _process;
    private Task<string>? _errors;

    /// <summary>The address of the server.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1:0/");

    public virtual async Task InitializeAsync()
    {
        if (NodeModules.MissingReason is { } reason)
        {
            Console.WriteLine($"The tests that call {package} are skipped. {reason}");
            return;
        }

        var start = new ProcessStartInfo("node", ["serve.js", package, options])
        {
            WorkingDirectory = NodeModules.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_REGION"] = ServerClient.Region;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();

        // The server writes its port when it accepts connections.
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Timeout);
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new InvalidOperationException(package + " did not start: " + await _errors.WaitAsync(Timeout));
        }

        Endpoint = new UriBuilder("http", "127.0.0.1", port).Uri;
    }

    public virtual async Task DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(Timeout);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
