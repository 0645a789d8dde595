using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace DataZoneGen.Testing.Core;

/// <summary>Sends responses with ASP.NET Core.</summary>
internal static class ServerResponse
{
    public static async Task SendAsync(FakeResponse response, HttpContext context)
    {
        var target = context.Response;
        target.StatusCode = response.Status;
        if (response.ContentType is { } contentType)
        {
            target.Headers["content-type"] = contentType;
        }

        foreach (var header in response.Headers)
        {
            target.Headers[header.Name] = header.Value;
        }

        if (!response.CanHaveBody || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        if (response.Events is { } events)
        {
            await events.SendAsync(target.Body, signer: null, context.RequestAborted).ConfigureAwait(false);
        }
        else if (response.BodyStream is { } stream)
        {
            target.ContentLength ??= response.ContentLength;
            await using (stream.ConfigureAwait(false))
            {
                await CopyAsync(stream, context).ConfigureAwait(false);
            }
        }
        else
        {
            target.ContentLength = response.Body.Length;
            await target.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a stream. If it fails, what has been read is sent, and the connection ends.</summary>
    private static async Task CopyAsync(Stream stream, HttpContext context)
    {
        var target = context.Response;
        await target.StartAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            await stream.CopyToAsync(target.Body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (IOException) when (target.ContentLength is not null)
        {
            // The server closes the connection after a body that is shorter than declared. To abort it would discard what has been sent.
            await target.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
