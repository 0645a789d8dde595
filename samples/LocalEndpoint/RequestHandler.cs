using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using LocalEndpoint.Answers;
using LocalEndpoint.Requests;
using LocalEndpoint.Signatures;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LocalEndpoint;

/// <summary>The way of every request: read it whole, verify its signature, find its operation, answer in DataZone's form.</summary>
internal sealed class RequestHandler(LocalDataZoneOptions options, Router router) : IHttpApplication<HttpContext>
{
    /// <summary>The largest body read, in bytes. The largest one a real request has is a few dozen.</summary>
    public const int MaxBodySize = 1 << 20;

    private readonly SignatureVerifier _verifier = new(options);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing was made that the server does not own.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString("D");
        response.Headers.Date = options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        response.ContentType = "application/json";

        byte[] body;
        try
        {
            body = Write(router.Handle(await ReadAsync(context)));
        }
        catch (ServiceError error)
        {
            body = Refuse(response, error);
        }
#pragma warning disable CA1031 // A service answers, whatever happens inside it.
        catch (Exception)
        {
            body = Refuse(response, ServiceError.Internal());
        }
#pragma warning restore CA1031

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task<SignedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge)
        {
            throw ServiceError.TooLarge();
        }

        string rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new SignedRequest(context.Request.Method, RequestTarget.Parse(rawTarget), context.Request.Headers, body.ToArray());
        _verifier.Verify(request);
        return request;
    }

    private static byte[] Refuse(HttpResponse response, ServiceError error)
    {
        response.StatusCode = (int)error.Status;
        response.Headers["x-amzn-errortype"] = error.Code;
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        });
    }

    private static byte[] Write(Answer answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) answer(json);
        return buffer.ToArray();
    }
}
