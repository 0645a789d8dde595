using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>A request as it was sent, from an HTTP client in memory or from ASP.NET Core.</summary>
internal sealed class FakeRequest
{
    private readonly HttpContent? _content;
    private readonly Stream? _stream;
    private readonly int _pathLength;
    private EndpointLabel? _endpointLabel;
    private FormParameters? _form;
    private bool _isRead;

    private FakeRequest(string method, string target, string host, HttpHeaders headers, HttpHeaders? contentHeaders)
    {
        (Method, Target, Host, Headers, SentContentHeaders, ContentHeaders) = (method, target, host, headers, contentHeaders, contentHeaders);
        var query = target.IndexOf('?', StringComparison.Ordinal);
        _pathLength = query < 0 ? target.Length : query;
    }

    private FakeRequest(HttpRequestMessage message, Uri url)
        : this(message.Method.Method, url.PathAndQuery, message.Headers.Host ?? GetHost(url), message.Headers, message.Content?.Headers)
        => _content = message.Content;

    /// <summary>Initializes a new instance of the <see cref="FakeRequest"/> class for a request that a server has received.</summary>
    /// <param name="message">The method and the headers.</param>
    /// <param name="target">The path and the query as they were sent.</param>
    /// <param name="host">The host, with its port.</param>
    /// <param name="body">The body.</param>
    public FakeRequest(HttpRequestMessage message, string target, string host, Stream body)
        : this(message.Method.Method, target, host, message.Headers, message.Content?.Headers)
        => _stream = body;

    public string Method { get; }

    /// <summary>The path and the query as they were sent: neither is decoded or normalized.</summary>
    public string Target { get; }

    /// <summary>The host, with its port if it is not the default port.</summary>
    public string Host { get; }

    public HttpHeaders Headers { get; }

    /// <summary>The headers of the content as they were sent; <see langword="null"/> if there is none.</summary>
    public HttpHeaders? SentContentHeaders { get; }

    /// <summary>The headers of the content, without what describes how it was sent; <see langword="null"/> if there is none.</summary>
    public HttpHeaders? ContentHeaders { get; private set; }

    /// <summary>The percent-encoded path.</summary>
    public ReadOnlySpan<char> Path => Target.AsSpan(0, _pathLength);

    /// <summary>The percent-encoded query without its question mark; empty if there is none.</summary>
    public ReadOnlySpan<char> Query => _pathLength == Target.Length ? default : Target.AsSpan(_pathLength + 1);

    /// <summary>The body as it was sent; empty if it has not been read, or if it is a stream.</summary>
    public ReadOnlyMemory<byte> SentBody { get; private set; }

    /// <summary>The decoded body; empty if it has not been read, or if it is a stream.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>The body as a stream; <see langword="null"/> if it is in memory.</summary>
    public Stream? BodyStream { get; private set; }

    /// <summary>The label that may be in the host or in the path.</summary>
    public EndpointLabel EndpointLabel => _endpointLabel ??= EndpointLabel.From(Host, Path);

    /// <summary>The parameters of a form in the body or, without a body, of the query.</summary>
    /// <exception cref="BodyFormatException">The form cannot be read.</exception>
    public FormParameters Form => _form ??= FormParameters.Parse(Body.IsEmpty ? Encoding.UTF8.GetBytes(Query.ToString()) : Body);

    /// <summary>Creates the request for the message of an HTTP client.</summary>
    public static FakeRequest From(HttpRequestMessage message) =>
        new(message, message.RequestUri ?? throw new InvalidOperationException("The request has no URL."));

    /// <summary>Finds the value of a header; <see langword="null"/> if there is none.</summary>
    public string? FindHeader(string name) => MessageHeaders.Find(Headers, ContentHeaders, name);

    /// <summary>Whether the query has a parameter.</summary>
    public bool HasParameter(string name)
    {
        foreach (var parameter in new QueryParameters(Query))
        {
            if (parameter.Is(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the body, once.</summary>
    /// <param name="streams">Whether the body remains a stream.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="WireFormatException">The body cannot be decoded, or is too long.</exception>
    public async ValueTask ReadBodyAsync(bool streams, CancellationToken cancellationToken)
    {
        if (_isRead)
        {
            return;
        }

        _isRead = true;
        var coding = RequestCoding.From(FindHeader("Content-Encoding"), streams);
        if (streams)
        {
            var stream = OpenStream(cancellationToken);
            BodyStream = coding.IsChunked ? new AwsChunkedStream(stream) : stream;
            RemoveCodings(coding);
            return;
        }

        SentBody = await ReadSentBodyAsync(cancellationToken).ConfigureAwait(false);
        Body = await coding.DecodeAsync(SentBody, cancellationToken).ConfigureAwait(false);
        RemoveCodings(coding);
    }

    private static string GetHost(Uri url) => url.IsDefaultPort ? url.Host : url.Authority;

    private Stream OpenStream(CancellationToken cancellationToken) =>
        _stream ?? (_content is { } content ? PipedStream.Start(content.CopyToAsync, cancellationToken) : Stream.Null);

    private async ValueTask<ReadOnlyMemory<byte>> ReadSentBodyAsync(CancellationToken cancellationToken)
    {
        if (_content is null && _stream is null)
        {
            return default;
        }

        using var buffer = new LimitedBuffer(ContentHeaders is HttpContentHeaders { ContentLength: { } length } ? length : 0);
        if (_content is not null)
        {
            await _content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await _stream!.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        return buffer.Written;
    }

    /// <summary>Removes the codings that the body no longer has from the headers, because they are not a part of the input.</summary>
    private void RemoveCodings(RequestCoding coding)
    {
        if (!coding.IsEncoded)
        {
            return;
        }

        using var copy = new ByteArrayContent([]);
        foreach (var (name, values) in ContentHeaders!.NonValidated)
        {
            if (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                MessageHeaders.AddReceived(copy.Headers, name, values.ToString());
            }
            else if (coding.Others is { } others)
            {
                MessageHeaders.AddReceived(copy.Headers, name, others);
            }
        }

        ContentHeaders = copy.Headers;
    }
}
