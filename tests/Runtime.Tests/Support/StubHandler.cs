using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Runtime.Tests;

/// <summary>A request as a handler saw it.</summary>
internal sealed record SeenRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body, bool HasContent);

/// <summary>Answers in memory: with what it is given, one after the other, the last one again and again.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Func<int, CancellationToken, Task<HttpResponseMessage>> _answer;
    private readonly List<SeenRequest> _seen = [];

    public StubHandler(params Func<HttpResponseMessage>[] answers)
        : this((number, _) => Task.FromResult(answers[Math.Min(number, answers.Length) - 1]()))
    {
    }

    /// <param name="answer">Makes the answer to the request with a number, from 1.</param>
    public StubHandler(Func<int, CancellationToken, Task<HttpResponseMessage>> answer) => _answer = answer;

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

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default);
        var seen = new SeenRequest(
            request.Method.Method,
            request.RequestUri!.OriginalString,
            headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Content is not null);
        int number;
        lock (_seen)
        {
            _seen.Add(seen);
            number = _seen.Count;
        }

        return await _answer(number, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
