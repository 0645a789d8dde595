using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LocalEndpoint.Answers;
using LocalEndpoint.Requests;

namespace LocalEndpoint.Signatures;

/// <summary>Lets a request pass only if its Signature Version 4 is right, recent, and made for this Region and service.</summary>
internal sealed class SignatureVerifier(LocalDataZoneOptions options)
{
    private const string Service = "datazone";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <exception cref="ServiceError">The request is not signed, or not as it should be.</exception>
    public void Verify(SignedRequest request)
    {
        string? header = request.Headers.Authorization;
        if (string.IsNullOrEmpty(header)) throw ServiceError.MissingAuthentication();

        AuthorizationHeader claim = AuthorizationHeader.Parse(header);
        LocalCredentials credentials = CredentialsOf(claim, request);
        string time = request.Headers["x-amz-date"].ToString();
        CheckTime(time, claim);
        CheckScope(claim);
        foreach (string name in claim.SignedHeaders)
        {
            if (!request.Headers.ContainsKey(name)) throw ServiceError.InvalidSignature($"The header {name} is signed but was not sent.");
        }

        string canonicalRequest = CanonicalRequest.Of(request, claim.SignedHeaders);
        string stringToSign = $"{AuthorizationHeader.Algorithm}\n{time}\n{claim.Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        string expected = Hex(Hmac(SigningKey(credentials, claim), stringToSign));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(claim.Signature)))
        {
            throw ServiceError.InvalidSignature("The signature is not the one this request and this key give. Check the secret key and the signing code.");
        }
    }

    private LocalCredentials CredentialsOf(AuthorizationHeader claim, SignedRequest request)
    {
        foreach (LocalCredentials candidate in options.Credentials)
        {
            if (candidate.AccessKeyId != claim.AccessKeyId) continue;
            if (candidate.SessionToken == (string?)request.Headers["x-amz-security-token"]) return candidate;
            throw ServiceError.UnrecognizedClient("The security token of the request does not belong to its access key.");
        }

        throw ServiceError.UnrecognizedClient("The access key of the request is not known here.");
    }

    private void CheckTime(string time, AuthorizationHeader claim)
    {
        if (!DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset signed))
        {
            throw ServiceError.IncompleteSignature("The header x-amz-date has to read like 20260102T030405Z.");
        }

        if (!time.StartsWith(claim.Date + "T", StringComparison.Ordinal))
        {
            throw ServiceError.InvalidSignature("The day in the Credential is not the day in x-amz-date.");
        }

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        if (signed < now - Tolerance)
        {
            throw ServiceError.InvalidSignature($"Signature expired: {time} is more than five minutes before {Show(now)}.");
        }

        if (signed > now + Tolerance)
        {
            throw ServiceError.InvalidSignature($"Signature not yet current: {time} is more than five minutes after {Show(now)}.");
        }
    }

    private void CheckScope(AuthorizationHeader claim)
    {
        if (claim.Region != options.Region)
        {
            throw ServiceError.InvalidSignature($"The Credential names the Region {claim.Region}, but this is {options.Region}.");
        }

        if (claim.Service != Service)
        {
            throw ServiceError.InvalidSignature($"The Credential names the service {claim.Service}, but this is {Service}.");
        }
    }

    private static byte[] SigningKey(LocalCredentials credentials, AuthorizationHeader claim)
    {
        byte[] day = Hmac(Encoding.UTF8.GetBytes("AWS4" + credentials.SecretAccessKey), claim.Date);
        byte[] region = Hmac(day, claim.Region);
        byte[] service = Hmac(region, claim.Service);
        return Hmac(service, "aws4_request");
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Show(DateTimeOffset time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
