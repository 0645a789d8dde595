using System;
using System.Globalization;
using System.IO.Pipelines;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Benchmarks.Transfers;

/// <summary>
/// A server that receives objects without keeping them, and returns one object of a repeated block. It runs in a process of its own, so that its memory is
/// not measured. The object has the checksum that the latest upload sent.
/// </summary>
internal static class TransferServer
{
    public const string Command = "transfer-server";

    private static string? _checksum;

    /// <summary>Creates the block that the object repeats.</summary>
    public static byte[] CreateBlock()
    {
        var block = new byte[1024 * 1024];
        new Random(5).NextBytes(block);
        return block;
    }

    /// <summary>Runs until the standard input ends, and writes the address to the standard output.</summary>
    /// <param name="size">The size of the object.</param>
    public static async Task RunAsync(long size)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = null;
            options.Limits.MinRequestBodyDataRate = null;
            options.Limits.MinResponseDataRate = null;
        });
        await using var app = builder.Build();
        var block = CreateBlock();
        app.Run(context => HandleAsync(context, block, size));
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static Task HandleAsync(HttpContext context, byte[] block, long size) => context.Request.Method switch
    {
        "GET" => SendAsync(context, block, size),
        "PUT" => ReceiveAsync(context),
        "POST" => AnswerAsync(context),
        _ => Task.CompletedTask,
    };

    private static async Task ReceiveAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        for (ReadResult result; !(result = await reader.ReadAsync()).IsCompleted || !result.Buffer.IsEmpty;)
        {
            reader.AdvanceTo(result.Buffer.End);
        }

        context.Response.Headers.ETag = "\"part\"";
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        await context.Request.BodyReader.CopyToAsync(System.IO.Stream.Null);
        _checksum = context.Request.Headers["x-amz-checksum-crc32"].FirstOrDefault() ?? _checksum;
        context.Response.ContentType = "application/xml";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(context.Request.Query.ContainsKey("uploads")
            ? "<InitiateMultipartUploadResult><UploadId>upload</UploadId></InitiateMultipartUploadResult>"
            : "<CompleteMultipartUploadResult><ETag>tag</ETag></CompleteMultipartUploadResult>"));
    }

    private static async Task SendAsync(HttpContext context, byte[] block, long size)
    {
        var (start, end) = (0L, size);
        if (context.Request.Headers.Range.FirstOrDefault() is { } range)
        {
            var bounds = range["bytes=".Length..].Split('-');
            start = long.Parse(bounds[0], CultureInfo.InvariantCulture);
            end = Math.Min(size, long.Parse(bounds[1], CultureInfo.InvariantCulture) + 1);
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{end - 1}/{size}");
        }

        context.Response.ContentLength = end - start;
        context.Response.Headers.ETag = "\"object\"";
        context.Response.Headers["x-amz-checksum-crc32"] = _checksum;
        context.Response.Headers["x-amz-checksum-type"] = "FULL_OBJECT";
        while (start < end)
        {
            var offset = (int)(start % block.Length);
            var count = (int)Math.Min(block.Length - offset, end - start);
            await context.Response.Body.WriteAsync(block.AsMemory(offset, count));
            start += count;
        }
    }
}
