using System;
using Amazon.Runtime;

namespace DataZoneGen;

/// <summary>Converts credentials from and to the AWS SDK.</summary>
internal static class SdkConverter
{
    private const int NeverYear = 9999;

    /// <summary>Converts credentials. Returns the previous object if they have not changed, so that the signer can reuse its signing key.</summary>
    public static AwsCredentials Convert(ImmutableCredentials found, DateTime? expires, AwsCredentials? latest)
    {
        var token = found.UseToken ? found.Token : null;
        var expiration = Convert(expires);
        var accountId = string.IsNullOrEmpty(found.AccountId) ? null : found.AccountId;
        return latest is not null
            && latest.AccessKeyId == found.AccessKey
            && latest.SecretAccessKey == found.SecretKey
            && latest.SessionToken == token
            && latest.Expiration == expiration
            && latest.AccountId == accountId
                ? latest
                : new AwsCredentials(found.AccessKey, found.SecretKey, token, expiration) { AccountId = accountId };
    }

    /// <summary>Converts an expiration time; the year 9999 means never.</summary>
    public static DateTimeOffset? Convert(DateTime? expires) =>
        expires is { Year: < NeverYear and > 1 } end ? new DateTimeOffset(end.ToUniversalTime()) : null;

    public static AWSCredentials Convert(AwsCredentials credentials) => credentials.SessionToken is { } token
        ? new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, token)
        : new BasicAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey);
}
