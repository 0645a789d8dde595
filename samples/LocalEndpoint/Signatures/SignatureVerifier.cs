using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataZoneGen;

namespace LocalEndpoint.Signatures;

/// <summary>Verifies that the Signature Version 4 of a request is valid and recent and has the right Region and service.</summary>
internal sealed class SignatureVerifier(LocalDataZoneOptions options)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="request">The received request.</param>
    /// <param name="service">The service name that the signature must have.</param>
    /// <exception cref="AwsServiceException">The request is not signed or its signature is invalid.</exception>
    public void Verify(SignedRequest request, string service)
    {
        string? header = request.Headers.Authorization;
        if (string.IsNullOrEmpty(header))
        {
            throw SignatureError.MissingAuthentication();
        }

        var authorization = AuthorizationHeader.Parse(header);
        var credentials = FindCredentials(authorization, request);
        var time = request.Headers["x-amz-date"].ToString();
        CheckTime(time, authorization);
        CheckScope(authorization, service);
        foreach (var name in authorization.SignedHeaders)
        {
            if (!request.Headers.ContainsKey(name))
            {
                throw SignatureError.InvalidSignature($"The header {name} is signed but was not sent.");
            }
        }

        var canonicalRequest = CanonicalRequest.Create(request, authorization.SignedHeaders);
        var stringToSign = $"{AuthorizationHeader.Algorithm}\n{time}\n{authorization.Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        var expected = Hex(Hmac(SigningKey(credentials, authorization), stringToSign));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(authorization.Signature)))
        {
            throw SignatureError.InvalidSignature("The signature does not match the request. Check the secret access key and the signing code.");
        }
    }

    private LocalCredentials FindCredentials(AuthorizationHeader authorization, SignedRequest request)
    {
        foreach (var candidate in options.Credentials)
        {
            if (candidate.AccessKeyId != authorization.AccessKeyId)
            {
                continue;
            }

            if (candidate.SessionToken == (string?)request.Headers["x-amz-security-token"])
            {
                return candidate;
            }

            throw SignatureError.UnrecognizedClient("The security token of the request does not match its access key ID.");
        }

        throw SignatureError.UnrecognizedClient("The access key ID of the request is unknown.");
    }

    private void CheckTime(string time, AuthorizationHeader authorization)
    {
        if (!DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
        {
            throw SignatureError.IncompleteSignature("The header x-amz-date must have the form 20260102T030405Z.");
        }

        if (!time.StartsWith(authorization.Date + "T", StringComparison.Ordinal))
        {
            throw SignatureError.InvalidSignature("The date of the Credential is not the date of x-amz-date.");
        }

        var now = options.TimeProvider.GetUtcNow();
        if (signed < now - Tolerance)
        {
            throw SignatureError.InvalidSignature($"Signature expired: {time} is more than five minutes before {Format(now)}.");
        }

        if (signed > now + Tolerance)
        {
            throw SignatureError.InvalidSignature($"Signature not yet current: {time} is more than five minutes after {Format(now)}.");
        }
    }

    private void CheckScope(AuthorizationHeader authorization, string service)
    {
        if (authorization.Region != options.Region)
        {
            throw SignatureError.InvalidSignature($"The Credential names the Region {authorization.Region}, but the Region of the endpoint is {options.Region}.");
        }

        if (authorization.Service != service)
        {
            throw SignatureError.InvalidSignature($"The Credential names the service {authorization.Service}, but the request is for the service {service}.");
        }
    }

    private static byte[] SigningKey(LocalCredentials credentials, AuthorizationHeader authorization)
    {
        var day = Hmac(Encoding.UTF8.GetBytes("AWS4" + credentials.SecretAccessKey), authorization.Date);
        var region = Hmac(day, authorization.Region);
        var service = Hmac(region, authorization.Service);
        return Hmac(service, "aws4_request");
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Format(DateTimeOffset time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
