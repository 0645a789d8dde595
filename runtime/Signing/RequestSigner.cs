using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Signs the requests of one client: says what the signature covers, and adds it to the message or to the URL.</summary>
internal sealed class RequestSigner
{
    private const string DateHeader = "x-amz-date";
    private const string TokenHeader = "x-amz-security-token";
    private const int MaxOwnHeaders = 5;

    private SigningKey? _latestKey;

    /// <summary>Adds date, session token and signature. Of the headers only those are signed that carry the request's meaning.</summary>
    /// <exception cref="ArgumentException">The request has a header or a parameter that only a signature may have.</exception>
    public void Sign(
        HttpRequestMessage message,
        RequestWriter request,
        SigningEndpoint target,
        AwsCredentials credentials,
        DateTimeOffset now,
        SigningScratch scratch)
    {
        var date = AmzDate.At(now);
        var headers = scratch.Headers(request.Headers.Length + MaxOwnHeaders);
        var count = CollectHeaders(request, target.Endpoint.Host, headers);
        headers[count++] = new RequestHeader(DateHeader, date.Text);
        if (credentials.SessionToken is { } token)
        {
            headers[count++] = new RequestHeader(TokenHeader, token);
            MessageHeaders.Add(message.Headers, TokenHeader, token);
        }

        // Where the model has callers give the hash, it is among their headers already.
        if (request.PayloadHash is { } hash && request.FindHeader(RequestWriter.PayloadHashHeader) is null)
        {
            headers[count++] = new RequestHeader(RequestWriter.PayloadHashHeader, hash);
            MessageHeaders.Add(message.Headers, RequestWriter.PayloadHashHeader, hash);
        }

        var input = Input(message.Method, request, target, headers[..count], date);
        var authorization = SigV4Signer.Authorize(input, credentials.AccessKeyId, Key(credentials, date, target), scratch);
        MessageHeaders.Add(message.Headers, DateHeader, date.Text);
        MessageHeaders.Add(message.Headers, "Authorization", authorization);
    }

    /// <summary>Makes a URL that holds date, session token and signature, with what must be sent along.</summary>
    /// <exception cref="ArgumentException">The request has a header or a parameter that only a signature may have.</exception>
    public PresignedRequest Presign(
        HttpMethod method,
        RequestWriter request,
        SigningEndpoint target,
        AwsCredentials credentials,
        DateTimeOffset now,
        TimeSpan lifetime,
        SigningScratch scratch)
    {
        var date = AmzDate.At(now);
        var headers = scratch.Headers(request.Headers.Length + MaxOwnHeaders);
        headers = headers[..CollectHeaders(request, target.Endpoint.Host, headers)];
        var input = Input(method, request, target, headers, date);
        var terms = new PresigningTerms
        {
            AccessKeyId = credentials.AccessKeyId,
            Seconds = (int)lifetime.TotalSeconds,
            SessionToken = credentials.SessionToken,
        };
        var query = SigV4Signer.Presign(input, terms, Key(credentials, date, target), scratch);
        var end = date.Instant.AddSeconds(terms.Seconds);
        return new PresignedRequest(method, target.Endpoint.Prefix + Encoding.ASCII.GetString(request.EncodedPath) + "?" + query)
        {
            Headers = ToSendAlong(headers),
            Body = request.BodyBytes.ToArray(),
            Expires = credentials.Expiration < end ? credentials.Expiration.Value.ToUniversalTime() : end,
        };
    }

    /// <summary>Takes down the headers that are signed in both forms.</summary>
    /// <returns>How many they are.</returns>
    private static int CollectHeaders(RequestWriter request, string host, Span<RequestHeader> headers)
    {
        SigningPolicy.ThrowIfPresigned(request.EncodedQuery.Span);
        var count = 0;
        if (request.ContentType is { } contentType)
        {
            headers[count++] = new RequestHeader("content-type", contentType);
        }

        headers[count++] = new RequestHeader("host", host);
        foreach (var header in request.Headers)
        {
            if (SigningPolicy.IsSigned(header.Name))
            {
                headers[count++] = header;
            }
        }

        return count;
    }

    private static SigningInput Input(HttpMethod method, RequestWriter request, SigningEndpoint target, Span<RequestHeader> headers, AmzDate date) => new()
    {
        Method = method.Method,
        BasePath = target.Endpoint.BasePath,
        Path = request.EncodedPath,
        PathRules = target.PathRules,
        Query = request.EncodedQuery,
        Headers = headers,
        Body = request.BodyBytes.Span,
        PayloadHash = request.PayloadHash,
        Date = date,
    };

    private static Dictionary<string, string> ToSendAlong(ReadOnlySpan<RequestHeader> headers)
    {
        var along = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            if (header.Name != "host")
            {
                along[header.Name] = header.Value;
            }
        }

        return along;
    }

    private SigningKey Key(AwsCredentials credentials, AmzDate date, SigningEndpoint target)
    {
        if (target.UnknownScheme is { } scheme)
        {
            throw new EndpointException("The endpoint takes only requests signed with " + scheme + ", which this client cannot do.");
        }

        var region = target.Region ?? throw new AwsConfigurationException(target.MissingRegionMessage);
        return SigningKey.Get(ref _latestKey, credentials.SecretAccessKey, date.Day, region, target.Service);
    }
}
