using System;
using System.Net.Http;

namespace DataZoneGen.Wire;

/// <summary>Signs the requests of one client: says what the signature covers, and adds it to the message.</summary>
internal sealed class RequestSigner
{
    private const string DateHeader = "x-amz-date";
    private const string TokenHeader = "x-amz-security-token";
    private const int MostHeadersOfOurOwn = 4;

    private SigningKey? _latestKey;

    /// <summary>Adds date, session token and signature. Of the headers only those are signed that carry the request's meaning.</summary>
    public void Sign(
        HttpRequestMessage message,
        RequestWriter request,
        SigningTarget target,
        AwsCredentials credentials,
        DateTimeOffset now,
        SigningScratch scratch)
    {
        var region = target.Region ?? throw new AwsConfigurationException(
            "No region to sign for: set options.Region, AWS_REGION, or region in the profile.");
        var date = AmzDate.At(now);
        var input = new SigningInput
        {
            Method = message.Method.Method,
            BasePath = target.Endpoint.BasePath,
            Path = request.EncodedPath,
            Query = request.EncodedQuery,
            Headers = CollectHeaders(request, target.Endpoint.Host, date, credentials.SessionToken, scratch),
            Body = request.BodyBytes.Span,
            Date = date,
        };
        var key = SigningKey.Get(ref _latestKey, credentials.SecretAccessKey, date.Day, region, target.Service);
        var authorization = SigV4Signer.Authorize(input, credentials.AccessKeyId, key, scratch);
        message.Headers.TryAddWithoutValidation(DateHeader, date.Text);
        if (credentials.SessionToken is { } token)
        {
            message.Headers.TryAddWithoutValidation(TokenHeader, token);
        }

        message.Headers.TryAddWithoutValidation("Authorization", authorization);
    }

    private static Span<RequestHeader> CollectHeaders(RequestWriter request, string host, AmzDate date, string? token, SigningScratch scratch)
    {
        var headers = scratch.Headers(request.Headers.Length + MostHeadersOfOurOwn);
        var count = 0;
        if (request.ContentType is { } contentType)
        {
            headers[count++] = new RequestHeader("content-type", contentType);
        }

        headers[count++] = new RequestHeader("host", host);
        headers[count++] = new RequestHeader(DateHeader, date.Text);
        if (token is not null)
        {
            headers[count++] = new RequestHeader(TokenHeader, token);
        }

        request.Headers.CopyTo(headers[count..]);
        return headers[..(count + request.Headers.Length)];
    }
}
