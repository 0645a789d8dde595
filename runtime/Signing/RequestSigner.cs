using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Signs the requests of a client: selects the headers to sign, and adds the signature to the message or the URL.</summary>
internal sealed class RequestSigner
{
    private const string DateHeader = "x-amz-date";
    private const string TokenHeader = "x-amz-security-token";
    private const string SessionTokenHeader = "x-amz-s3session-token";
    private const string RegionSetHeader = "x-amz-region-set";
    private const int MaxSigningHeaders = 6;
    private const int SignatureDigits = 2 * SHA256.HashSizeInBytes;

    private SigV4Key? _latestKey;

    /// <summary>Adds the date, the session token and the signature to a message. Only headers that affect the meaning of the request are signed.</summary>
    /// <exception cref="ArgumentException">The request has a header or a query parameter that is reserved for signing.</exception>
    public void Sign(
        HttpRequestMessage message,
        RequestWriter request,
        SigningEndpoint target,
        AwsCredentials credentials,
        DateTimeOffset now,
        SigningScratch scratch)
    {
        var date = AmzDate.From(now);
        var headers = scratch.GetHeaders(request.Headers.Count + MaxSigningHeaders);
        var count = CollectHeaders(request, target.Endpoint.Host, headers);
        headers[count++] = new RequestHeader(DateHeader, date.Text);
        if (credentials.SessionToken is { } token)
        {
            var name = target.NeedsSession ? SessionTokenHeader : TokenHeader;
            headers[count++] = new RequestHeader(name, token);
            MessageHeaders.Add(message.Headers, name, token);
        }

        if (target is { MultiRegion: not null, RegionSet: { } regions })
        {
            headers[count++] = new RequestHeader(RegionSetHeader, regions);
            MessageHeaders.Add(message.Headers, RegionSetHeader, regions);
        }

        // If the caller provided the hash as a member, it is already in the headers.
        if (request.PayloadHash is { } hash && request.FindHeader(RequestWriter.PayloadHashHeader) is null)
        {
            headers[count++] = new RequestHeader(RequestWriter.PayloadHashHeader, hash);
            MessageHeaders.Add(message.Headers, RequestWriter.PayloadHashHeader, hash);
        }

        var input = CreateInput(message.Method, request, target, new HeaderList(headers, count), date);
        var key = GetKey(credentials, date, target);
        var authorization = SigV4Signer.Authorize(input, credentials.AccessKeyId, key, scratch);
        MessageHeaders.Add(message.Headers, DateHeader, date.Text);
        MessageHeaders.Add(message.Headers, "Authorization", authorization);
        if (request.Chunks is { IsSigned: true } && key is SigV4Key chunkKey)
        {
            SignChunks((ChunkedBody)message.Content!, authorization, date, chunkKey);
        }
    }

    /// <summary>Creates a URL with the date, the session token and the signature, and the headers and the body that must be sent with it.</summary>
    /// <exception cref="ArgumentException">The request has a header or a query parameter that is reserved for signing.</exception>
    public PresignedRequest Presign(
        HttpMethod method,
        RequestWriter request,
        SigningEndpoint target,
        AwsCredentials credentials,
        DateTimeOffset now,
        TimeSpan lifetime,
        SigningScratch scratch)
    {
        var date = AmzDate.From(now);
        var headers = scratch.GetHeaders(request.Headers.Count + MaxSigningHeaders);
        var signed = new HeaderList(headers, CollectHeaders(request, target.Endpoint.Host, headers));
        var input = CreateInput(method, request, target, signed, date);
        var parameters = new PresigningParameters
        {
            AccessKeyId = credentials.AccessKeyId,
            Seconds = (int)lifetime.TotalSeconds,
            SessionToken = credentials.SessionToken,
            IsSession = target.NeedsSession,
        };
        var query = SigV4Signer.Presign(input, parameters, GetKey(credentials, date, target), scratch);
        var end = date.Timestamp.AddSeconds(parameters.Seconds);
        return new PresignedRequest(method, target.Endpoint.Prefix + Encoding.ASCII.GetString(request.EncodedPath) + "?" + query)
        {
            Headers = CreatePresignedHeaders(signed),
            Body = request.BodyBytes.ToArray(),
            Expires = credentials.Expiration < end ? credentials.Expiration.Value.ToUniversalTime() : end,
        };
    }

    /// <summary>Collects the headers that are signed both in messages and in URLs.</summary>
    /// <returns>The number of headers.</returns>
    private static int CollectHeaders(RequestWriter request, string host, RequestHeader[] headers)
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

    // A method of its own, because a closure is allocated even where it is not used.
    private static void SignChunks(ChunkedBody body, string authorization, AmzDate date, SigV4Key key) =>
        body.CreateSigner = () => new ChunkSigner(authorization.AsSpan()[^SignatureDigits..], date, key);

    private static SigningInput CreateInput(HttpMethod method, RequestWriter request, SigningEndpoint target, HeaderList headers, AmzDate date) => new()
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

    private static Dictionary<string, string> CreatePresignedHeaders(HeaderList headers)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            if (header.Name != "host")
            {
                result[header.Name] = header.Value;
            }
        }

        return result;
    }

    private SigningKey GetKey(AwsCredentials credentials, AmzDate date, SigningEndpoint target)
    {
        if (target.UnsupportedScheme is { } message)
        {
            throw new EndpointException(message);
        }

        if (target.MultiRegion is { } multiRegion)
        {
            return multiRegion.GetKey(credentials, date, target.Service, target.RegionSet ?? "*");
        }

        var region = target.Region ?? throw new AwsConfigurationException(target.MissingRegionMessage);
        return SigV4Key.Get(ref _latestKey, credentials.SecretAccessKey, date.Day, region, target.Service);
    }
}
