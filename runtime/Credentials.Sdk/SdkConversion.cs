using System;
using Amazon.Runtime;

namespace DataZoneGen;

/// <summary>Turns credentials of AWS's SDK into ours and back.</summary>
internal static class SdkConversion
{
    private const int YearOfNever = 9999;

    /// <summary>Converts credentials; the same object as before as long as they are the same, which spares the signer its checks.</summary>
    public static AwsCredentials Convert(ImmutableCredentials found, DateTime? expires, AwsCredentials? latest)
    {
        var token = found.UseToken ? found.Token : null;
        var expiration = Convert(expires);
        return latest is not null
            && latest.AccessKeyId == found.AccessKey
            && latest.SecretAccessKey == found.SecretKey
            && latest.SessionToken == token
            && latest.Expiration == expiration
                ? latest
                : new AwsCredentials(found.AccessKey, found.SecretKey, token, expiration);
    }

    /// <summary>Converts a time of expiry; a time in the year 9999 means never.</summary>
    public static DateTimeOffset? Convert(DateTime? expires) =>
        expires is { Year: < YearOfNever and > 1 } end ? new DateTimeOffset(end.ToUniversalTime()) : null;

    public static AWSCredentials Convert(AwsCredentials credentials) => credentials.SessionToken is { } token
        ? new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, token)
        : new BasicAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey);
}
