using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.SSO;
using Amazon.SSO.Model;
using Amazon.SSOOIDC;
using Amazon.Util;
using Amazon.Util.Internal;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>Credentials and tokens of the SSO session that <c>aws sso login</c> started, through the clients of the AWS SDK.</summary>
internal static class SsoCredentials
{
    /// <summary>Fetches the credentials of the profile's account and role.</summary>
    public static async Task<AwsCredentials> FetchAsync(CredentialsProfile profile, CancellationToken cancellationToken)
    {
        var account = GetRequired(profile, "sso_account_id");
        var role = GetRequired(profile, "sso_role_name");
        var token = await GetTokenAsync(profile, cancellationToken).ConfigureAwait(false);
        try
        {
            using var sso = new AmazonSSOClient(
                new AnonymousAWSCredentials(), new AmazonSSOConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(GetRequired(profile, "sso_region")) });
            var response = await sso.GetRoleCredentialsAsync(
                new GetRoleCredentialsRequest { AccessToken = token.AccessToken, AccountId = account, RoleName = role }, cancellationToken).ConfigureAwait(false);
            var found = response.RoleCredentials;
            return new AwsCredentials(
                found.AccessKeyId,
                found.SecretAccessKey,
                found.SessionToken,
                found.Expiration is { } milliseconds and > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null)
            {
                AccountId = account,
            };
        }
        catch (UnauthorizedException)
        {
            throw CreateExpiredException(profile);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkErrors.Translate(exception, $"The SSO session returned no credentials for the profile '{profile.Name}'");
        }
    }

    /// <summary>Fetches the token of the profile's session.</summary>
    public static async Task<BearerToken> FetchTokenAsync(CredentialsRequest request, CancellationToken cancellationToken)
    {
        var name = request.Profile!;
        var profile = request.FindProfile(name) ?? throw new AwsCredentialsException($"The profile '{name}' does not exist.");
        var token = await GetTokenAsync(profile, cancellationToken).ConfigureAwait(false);
        return new BearerToken(token.AccessToken, SdkConverter.Convert(token.ExpiresAt));
    }

    private static async Task<SsoToken> GetTokenAsync(CredentialsProfile profile, CancellationToken cancellationToken)
    {
        var region = GetRequired(profile, "sso_region");
        try
        {
            using var oidc = new AmazonSSOOIDCClient(
                new AnonymousAWSCredentials(), new AmazonSSOOIDCConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) });
            var files = new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever());
            return await new SSOTokenManager(oidc, files).GetTokenAsync(
                new SSOTokenManagerGetTokenOptions
                {
                    Session = profile["sso_session"],
                    StartUrl = GetRequired(profile, "sso_start_url"),
                    Region = region,
                    SupportsGettingNewToken = false,
                },
                cancellationToken).ConfigureAwait(false) ?? throw CreateExpiredException(profile);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkErrors.Translate(exception, $"The SSO session of the profile '{profile.Name}' cannot be used");
        }
    }

    private static string GetRequired(CredentialsProfile profile, string key) =>
        profile[key] ?? throw new AwsCredentialsException($"The profile '{profile.Name}' uses an SSO session, but has no {key}.");

    private static AwsCredentialsException CreateExpiredException(CredentialsProfile profile) =>
        new($"The SSO session has expired or was never started. Run 'aws sso login --profile {profile.Name}'.");
}
