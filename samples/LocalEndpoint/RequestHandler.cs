using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using LocalEndpoint.Requests;
using LocalEndpoint.Responses;
using LocalEndpoint.Signatures;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LocalEndpoint;

/// <summary>Handles a request: reads it, verifies its signature, runs its operation, and writes a response in the format of its service.</summary>
internal sealed class RequestHandler(LocalDataZoneOptions options, Router router) : IHttpApplication<HttpContext>
{
    /// <summary>The maximum size of a request body in bytes. Real requests have less than a hundred.</summary>
    public const int MaxBodySize = 1 << 20;

    private const string SigningName = "datazone";

    private readonly SignatureVerifier _verifier = new(options);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The server owns all resources of the context.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var response = context.Response;
        var requestId = Guid.NewGuid().ToString("D");
        response.Headers["x-amzn-RequestId"] = requestId;
        response.Headers.Date = options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);

        var isForSts = false;
        byte[] body;
        try
        {
            var request = await ReadAsync(context);
            isForSts = CallerIdentity.IsCalledBy(request);
            _verifier.Verify(request, isForSts ? CallerIdentity.SigningName : SigningName);
            body = isForSts ? CallerIdentity.Handle(request, requestId) : Write(router.Handle(request));
        }
#pragma warning disable CA1031 // A service returns an error response for every exception.
        catch (Exception exception)
        {
            var error = exception as ServiceError ?? ServiceError.Internal();
            response.StatusCode = (int)error.Status;
            body = isForSts ? CallerIdentity.WriteError(error, requestId) : WriteError(response, error);
        }
#pragma warning restore CA1031

        response.ContentType = isForSts ? "text/xml" : "application/json";

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<SignedRequest> ReadAsync(HttpContext context)
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

        var rawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new SignedRequest(context.Request.Method, RequestTarget.Parse(rawTarget), context.Request.Headers, body.ToArray());
    }

    private static byte[] WriteError(HttpResponse response, ServiceError error)
    {
        response.Headers["x-amzn-errortype"] = error.Code;
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        });
    }

    private static byte[] Write(ResponseWriter response)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            response(json);
        }

        return buffer.ToArray();
    }
}
