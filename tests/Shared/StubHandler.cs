using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Tests;

/// <summary>A request as a handler saw it.</summary>
internal sealed record SeenRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body, bool HasContent);

/// <summary>Responds in memory: with what it is given, one response after the other, the last one again and again.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _send;
    private readonly List<SeenRequest> _seen = [];

    public StubHandler(params Func<HttpResponseMessage>[] responses)
        : this((number, _) => Task.FromResult(responses[Math.Min(number, responses.Length) - 1]()))
    {
    }

    /// <param name="respond">Creates the response to the request with a number, from 1.</param>
    public StubHandler(Func<int, CancellationToken, Task<HttpResponseMessage>> respond) =>
        _send = async (request, cancellationToken) => await respond(await RecordAsync(request, cancellationToken), cancellationToken);

    private StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send) => _send = send;

    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_seen)
            {
                return [.. _seen];
            }
        }
    }

    public bool IsDisposed { get; private set; }

    /// <summary>A handler that leaves requests to a function, and does not read and keep them.</summary>
    public static StubHandler Over(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send) => new(send);

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
        => Bytes(Encoding.UTF8.GetBytes(body), status, "application/json", headers);

    public static HttpResponseMessage Bytes(
        byte[] body,
        HttpStatusCode status = HttpStatusCode.OK,
        string? contentType = null,
        params (string Name, string Value)[] headers)
    {
        var message = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _send(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private async Task<int> RecordAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default);
        var seen = new SeenRequest(
            request.Method.Method,
            request.RequestUri!.OriginalString,
            headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Content is not null);
        lock (_seen)
        {
            _seen.Add(seen);
            return _seen.Count;
        }
    }
}
