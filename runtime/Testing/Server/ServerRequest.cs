using System;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using DataZoneGen.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DataZoneGen.Testing.Core;

/// <summary>Creates requests from those of ASP.NET Core.</summary>
internal static class ServerRequest
{
    [SuppressMessage("Reliability", "CA2000", Justification = "The message has no resources.")]
    public static FakeRequest Create(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // Fakes have their own limit, and none for streams.
            limit.MaxRequestBodySize = null;
        }

        var request = context.Request;
        var message = new HttpRequestMessage(new HttpMethod(request.Method), (Uri?)null) { Content = new ByteArrayContent([]) };
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                MessageHeaders.AddReceived(message.Headers, name, value ?? "");
                MessageHeaders.AddReceived(message.Content.Headers, name, value ?? "");
            }
        }

        return new FakeRequest(message, GetTarget(context), request.Host.Value ?? "", request.Body);
    }

    /// <summary>Returns the path and the query as the client has sent them. <c>HttpRequest.Path</c> is decoded and normalized.</summary>
    private static string GetTarget(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(target))
        {
            return context.Request.PathBase.ToUriComponent() + context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        }

        if (target.StartsWith('/'))
        {
            return target;
        }

        // The absolute form, which clients send to proxies.
        var authority = target.IndexOf("//", StringComparison.Ordinal);
        var path = authority < 0 ? -1 : target.IndexOf('/', authority + 2);
        return path < 0 ? "/" : target[path..];
    }
}
