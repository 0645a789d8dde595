using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>A server in a process of its own that returns the same response to each request, on the loopback address.</summary>
internal sealed class ResponseServer : IAsyncDisposable
{
    public const string Command = "response-server";

    private readonly Process _process;

    private ResponseServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts a server, on the first processor if clients are on another.</summary>
    /// <param name="folder">The folder of the programs.</param>
    /// <param name="response">What it returns.</param>
    public static async Task<ResponseServer> StartAsync(string folder, CannedResponse response)
    {
        var process = Commands.Start(
            folder, new Dictionary<string, string>(), [.. Processor.Server, .. Self.Command, Command, response.File, response.ContentType, response.Checksum]);
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start: " + await process.StandardError.ReadToEndAsync());
        return new(process, new Uri(address));
    }

    /// <summary>Serves until the standard input ends.</summary>
    public static async Task RunAsync(CannedResponse response)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        var body = await File.ReadAllBytesAsync(response.File);
        app.Run(context =>
        {
            context.Response.ContentType = response.ContentType;
            context.Response.ContentLength = body.Length;
            context.Response.Headers["x-amzn-RequestId"] = "6f0c2a7e-91d4-4c2e-8a15-0b7d3e9c4f21";
            if (response.Checksum.Length > 0)
            {
                context.Response.Headers["x-amz-checksum-crc32"] = response.Checksum;
            }

            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
