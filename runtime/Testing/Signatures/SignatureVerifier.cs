using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Testing.Wire;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Verifies Signature Version 4, in a header or a presigned URL.</summary>
/// <param name="service">The service that the requests are for.</param>
/// <param name="credentials">The credentials that are valid.</param>
internal sealed class SignatureVerifier(FakeService service, IReadOnlyList<AwsCredentials> credentials) : IDisposable
{
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    private static readonly TimeSpan MaxClockSkew = TimeSpan.FromMinutes(15);

    private readonly SigningScratch _scratch = new();
    private SigV4Key? _latestKey;

    /// <summary>S3 signs the path as it is sent, and the hash of a body only if a header has it.</summary>
    private bool IsStorage => service.SigningName.StartsWith("s3", StringComparison.Ordinal);

    /// <summary>Verifies the signature of a request whose body has been read.</summary>
    /// <returns>The error with which the service refuses the request; <see langword="null"/> if the signature is valid.</returns>
    public AwsServiceException? Verify(FakeRequest request, DateTimeOffset now)
    {
        if (SignatureParts.Find(request) is not { } parts)
        {
            return Refuse(FakeRefusal.MissingSignature, "The request has no signature of Signature Version 4.");
        }

        if (FindCredentials(parts.AccessKeyId) is not { } found || found.SessionToken != parts.SessionToken)
        {
            return Refuse(FakeRefusal.UnknownCredentials, "The access key id or the security token of the request is not valid.");
        }

        return VerifyTime(parts, now, out var date)
            ?? VerifyScope(parts, date)
            ?? VerifySignature(request, parts, found, date);
    }

    public void Dispose() => _scratch.Dispose();

    private AwsServiceException Refuse(FakeRefusal reason, string message) => service.Protocol.CreateError(reason, message);

    private AwsCredentials? FindCredentials(string accessKeyId)
    {
        foreach (var candidate in credentials)
        {
            if (candidate.AccessKeyId == accessKeyId)
            {
                return candidate;
            }
        }

        return null;
    }

    private AwsServiceException? VerifyTime(SignatureParts parts, DateTimeOffset now, out AmzDate date)
    {
        if (!DateTimeOffset.TryParseExact(
            parts.Date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            date = AmzDate.From(now);
            return Refuse(FakeRefusal.WrongSignature, "The request has no time of the signature, or it is malformed.");
        }

        date = AmzDate.From(time);
        if (time > now + MaxClockSkew || (parts.Lifetime is null && time < now - MaxClockSkew))
        {
            return Refuse(FakeRefusal.ClockSkew, "The difference between the time of the request and the current time is too large.");
        }

        return parts.Lifetime is { } lifetime && now > time + lifetime ? Refuse(FakeRefusal.Expired, "The presigned URL has expired.") : null;
    }

    private AwsServiceException? VerifyScope(SignatureParts parts, AmzDate date) =>
        parts.Day != date.Day ? Refuse(FakeRefusal.WrongSignature, "The day of the credential scope is not that of the request.")
        : parts.Service != service.SigningName ? Refuse(FakeRefusal.WrongSignature, $"The credential scope must be for the service '{service.SigningName}'.")
        : null;

    private AwsServiceException? VerifySignature(FakeRequest request, SignatureParts parts, AwsCredentials found, AmzDate date)
    {
        if (CollectHeaders(request, parts.SignedHeaders) is not { } headers)
        {
            return Refuse(FakeRefusal.WrongSignature, "The host is not signed, or a signed header is missing.");
        }

        var declaredHash = request.FindHeader(RequestWriter.PayloadHashHeader);
        if (declaredHash is { Length: 2 * SHA256.HashSizeInBytes } && request.BodyStream is null && !IsHash(declaredHash, request.SentBody.Span))
        {
            return Refuse(FakeRefusal.WrongSignature, "The body does not have the hash in the header.");
        }

        var input = new SigningInput
        {
            Method = request.Method,
            Path = Encoding.UTF8.GetBytes(request.Path.ToString()),
            PathRules = IsStorage ? PathRules.Verbatim : PathRules.Default,
            Query = GetSignedQuery(request, parts),
            Headers = HeaderList.Of(headers),
            Body = request.SentBody.Span,
            PayloadHash = declaredHash ?? (IsStorage && parts.Lifetime is not null ? UnsignedPayload : null),
            Date = date,
        };
        return IsSignature(input, parts, found) ? null : Refuse(FakeRefusal.WrongSignature, "The signature of the request does not match its content and its credentials.");
    }

    private bool IsSignature(in SigningInput input, SignatureParts parts, AwsCredentials found)
    {
        Span<byte> expected = stackalloc byte[SigningKey.MaxSignatureLength];
        lock (_scratch)
        {
            var key = SigV4Key.Get(ref _latestKey, found.SecretAccessKey, parts.Day, parts.Region, parts.Service);
            expected = expected[..SigV4Signer.Sign(input, key, _scratch, expected, out _)];
            _scratch.Clear();
        }

        return parts.Signature.Equals(Convert.ToHexString(expected), StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHash(string text, ReadOnlySpan<byte> body) =>
        text.Equals(Convert.ToHexString(SHA256.HashData(body)), StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the query without the signature, which is a parameter of presigned URLs.</summary>
    private static byte[] GetSignedQuery(FakeRequest request, SignatureParts parts)
    {
        if (parts.Lifetime is null)
        {
            return Encoding.UTF8.GetBytes(request.Query.ToString());
        }

        var query = new StringBuilder();
        foreach (var parameter in new QueryParameters(request.Query))
        {
            if (!parameter.EncodedName.SequenceEqual(SignatureParts.SignatureParameter))
            {
                query.Append(query.Length == 0 ? "" : "&").Append(parameter.Encoded);
            }
        }

        return Encoding.UTF8.GetBytes(query.ToString());
    }

    /// <summary>Returns the signed headers; <see langword="null"/> if one is missing, or if the host is not signed.</summary>
    private static RequestHeader[]? CollectHeaders(FakeRequest request, string names)
    {
        var headers = new List<RequestHeader>();
        var hasHost = false;
        foreach (var name in names.Split(';'))
        {
            if (name == "host")
            {
                hasHost = true;
                headers.Add(new RequestHeader(name, request.Host));
            }
            else if (!TryAddHeader(request, name, headers))
            {
                return null;
            }
        }

        return hasHost ? [.. headers] : null;
    }

    private static bool TryAddHeader(FakeRequest request, string name, List<RequestHeader> headers)
    {
        HeaderStringValues values = default;
        if (!request.Headers.NonValidated.TryGetValues(name, out values)
            && !(request.SentContentHeaders is { } content && content.NonValidated.TryGetValues(name, out values)))
        {
            return false;
        }

        foreach (var value in values)
        {
            headers.Add(new RequestHeader(name, value));
        }

        return true;
    }
}
