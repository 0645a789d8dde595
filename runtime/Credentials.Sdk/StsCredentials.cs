using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>Credentials from STS, through the client of the AWS SDK.</summary>
internal static class StsCredentials
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>Assumes a role with other credentials.</summary>
    public static async Task<AwsCredentials> AssumeRoleAsync(
        AwsCredentials source, string role, AssumeRoleOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var sts = new AmazonSecurityTokenServiceClient(SdkConverter.Convert(source), CreateConfig(options.Region));
            var response = await sts.AssumeRoleAsync(
                new AssumeRoleRequest
                {
                    RoleArn = role,
                    RoleSessionName = options.SessionName ?? CreateSessionName(),
                    ExternalId = options.ExternalId,
                    Policy = options.Policy,
                    DurationSeconds = options.Duration is { } duration ? (int)duration.TotalSeconds : null,
                },
                cancellationToken).ConfigureAwait(false);
            return Convert(response.Credentials, response.AssumedRoleUser);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkErrors.Translate(exception, $"The role {role} cannot be assumed");
        }
    }

    /// <summary>Assumes the role of the web identity in the environment.</summary>
    public static Task<AwsCredentials> FetchForEnvironmentAsync(CredentialsRequest request, CancellationToken cancellationToken) => FetchWebIdentityAsync(
        request.GetVariable("AWS_ROLE_ARN") ?? throw new AwsCredentialsException("AWS_ROLE_ARN is not set."),
        request.GetVariable("AWS_ROLE_SESSION_NAME"),
        request.GetVariable("AWS_WEB_IDENTITY_TOKEN_FILE") ?? throw new AwsCredentialsException("AWS_WEB_IDENTITY_TOKEN_FILE is not set."),
        request.Region,
        cancellationToken);

    /// <summary>Assumes a role with the token in a file. Token files change, so the file is read each time.</summary>
    public static async Task<AwsCredentials> FetchWebIdentityAsync(
        string role, string? sessionName, string file, string? region, CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsCredentialsException("The token file of the web identity cannot be read.", exception);
        }

        try
        {
            using var sts = new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), CreateConfig(region));
            var response = await sts.AssumeRoleWithWebIdentityAsync(
                new AssumeRoleWithWebIdentityRequest
                {
                    RoleArn = role,
                    RoleSessionName = sessionName ?? CreateSessionName(),
                    WebIdentityToken = token.Trim(),
                },
                cancellationToken).ConfigureAwait(false);
            return Convert(response.Credentials, response.AssumedRoleUser);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkErrors.Translate(exception, $"The role {role} cannot be assumed with the web identity");
        }
    }

    // Without AuthenticationRegion, an endpoint from the environment would make the SDK choose the region of the signature.
    private static AmazonSecurityTokenServiceConfig CreateConfig(string? region) => new()
    {
        RegionEndpoint = RegionEndpoint.GetBySystemName(region ?? DefaultRegion),
        AuthenticationRegion = region ?? DefaultRegion,
    };

    private static string CreateSessionName() => "DataZoneGen-" + DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static AwsCredentials Convert(Credentials credentials, AssumedRoleUser? user) => new(
        credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, SdkConverter.Convert(credentials.Expiration))
    {
        AccountId = user?.Arn is { } arn && Arn.TryParse(arn, out var parsed) ? parsed.AccountId : null,
    };
}
