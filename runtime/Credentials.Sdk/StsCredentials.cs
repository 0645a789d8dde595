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

/// <summary>Credentials that STS gives out, through AWS's own client.</summary>
internal static class StsCredentials
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>Assumes a role with credentials.</summary>
    public static async Task<AwsCredentials> AssumeRoleAsync(
        AwsCredentials source, string role, AssumeRoleOptions terms, CancellationToken cancellationToken)
    {
        try
        {
            using var sts = new AmazonSecurityTokenServiceClient(SdkConversion.Convert(source), ConfigFor(terms.Region));
            var response = await sts.AssumeRoleAsync(
                new AssumeRoleRequest
                {
                    RoleArn = role,
                    RoleSessionName = terms.SessionName ?? NewSessionName(),
                    ExternalId = terms.ExternalId,
                    Policy = terms.Policy,
                    DurationSeconds = terms.Duration is { } duration ? (int)duration.TotalSeconds : null,
                },
                cancellationToken).ConfigureAwait(false);
            return Convert(response.Credentials);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkFailure.Translate(exception, $"The role {role} cannot be assumed");
        }
    }

    /// <summary>Assumes the role of the web identity that the environment names.</summary>
    public static Task<AwsCredentials> FetchForEnvironmentAsync(CredentialsRequest request, CancellationToken cancellationToken) => FetchWebIdentityAsync(
        request.Variable("AWS_ROLE_ARN") ?? throw new AwsCredentialsException("AWS_ROLE_ARN is not set."),
        request.Variable("AWS_ROLE_SESSION_NAME"),
        request.Variable("AWS_WEB_IDENTITY_TOKEN_FILE") ?? throw new AwsCredentialsException("AWS_WEB_IDENTITY_TOKEN_FILE is not set."),
        request.Region,
        cancellationToken);

    /// <summary>Assumes a role with the token in a file, which is read each time because such files are rewritten.</summary>
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
            throw new AwsCredentialsException("The file with the token of the web identity cannot be read.", exception);
        }

        try
        {
            using var sts = new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), ConfigFor(region));
            var response = await sts.AssumeRoleWithWebIdentityAsync(
                new AssumeRoleWithWebIdentityRequest
                {
                    RoleArn = role,
                    RoleSessionName = sessionName ?? NewSessionName(),
                    WebIdentityToken = token.Trim(),
                },
                cancellationToken).ConfigureAwait(false);
            return Convert(response.Credentials);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkFailure.Translate(exception, $"The role {role} cannot be assumed with the web identity");
        }
    }

    // An endpoint from the environment would otherwise leave the region of the signature to what AWS's client finds by itself.
    private static AmazonSecurityTokenServiceConfig ConfigFor(string? region) => new()
    {
        RegionEndpoint = RegionEndpoint.GetBySystemName(region ?? DefaultRegion),
        AuthenticationRegion = region ?? DefaultRegion,
    };

    private static string NewSessionName() => "DataZoneGen-" + DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static AwsCredentials Convert(Credentials credentials) => new(
        credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, SdkConversion.Convert(credentials.Expiration));
}
