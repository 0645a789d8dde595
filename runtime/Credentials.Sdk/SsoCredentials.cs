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

/// <summary>Credentials and tokens of single sign-on, from the session that <c>aws sso login</c> left on the machine, through AWS's own clients.</summary>
internal static class SsoCredentials
{
    /// <summary>Fetches the credentials of the profile's account and role.</summary>
    public static async Task<AwsCredentials> FetchAsync(CredentialsProfile profile, CancellationToken cancellationToken)
    {
        var account = Required(profile, "sso_account_id");
        var role = Required(profile, "sso_role_name");
        var token = await GetTokenAsync(profile, cancellationToken).ConfigureAwait(false);
        try
        {
            using var sso = new AmazonSSOClient(
                new AnonymousAWSCredentials(), new AmazonSSOConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(Required(profile, "sso_region")) });
            var response = await sso.GetRoleCredentialsAsync(
                new GetRoleCredentialsRequest { AccessToken = token.AccessToken, AccountId = account, RoleName = role }, cancellationToken).ConfigureAwait(false);
            var found = response.RoleCredentials;
            return new AwsCredentials(
                found.AccessKeyId,
                found.SecretAccessKey,
                found.SessionToken,
                found.Expiration is { } milliseconds and > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null);
        }
        catch (UnauthorizedException)
        {
            throw SessionExpired(profile);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkFailure.Translate(exception, $"Single sign-on gave the profile '{profile.Name}' no credentials");
        }
    }

    /// <summary>Gets the token of the profile's session.</summary>
    public static async Task<BearerToken> FetchTokenAsync(CredentialsRequest request, CancellationToken cancellationToken)
    {
        var name = request.Profile!;
        var profile = request.FindProfile(name) ?? throw new AwsCredentialsException($"The profile '{name}' does not exist.");
        var token = await GetTokenAsync(profile, cancellationToken).ConfigureAwait(false);
        return new BearerToken(token.AccessToken, SdkConversion.Convert(token.ExpiresAt));
    }

    private static async Task<SsoToken> GetTokenAsync(CredentialsProfile profile, CancellationToken cancellationToken)
    {
        var region = Required(profile, "sso_region");
        try
        {
            using var oidc = new AmazonSSOOIDCClient(
                new AnonymousAWSCredentials(), new AmazonSSOOIDCConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) });
            var files = new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever());
            return await new SSOTokenManager(oidc, files).GetTokenAsync(
                new SSOTokenManagerGetTokenOptions
                {
                    Session = profile["sso_session"],
                    StartUrl = Required(profile, "sso_start_url"),
                    Region = region,
                    SupportsGettingNewToken = false,
                },
                cancellationToken).ConfigureAwait(false) ?? throw SessionExpired(profile);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkFailure.Translate(exception, $"The SSO session of the profile '{profile.Name}' cannot be used");
        }
    }

    private static string Required(CredentialsProfile profile, string key) =>
        profile[key] ?? throw new AwsCredentialsException($"The profile '{profile.Name}' uses single sign-on and has no {key}.");

    private static AwsCredentialsException SessionExpired(CredentialsProfile profile) =>
        new($"The SSO session has expired or was never started: run 'aws sso login --profile {profile.Name}'.");
}
