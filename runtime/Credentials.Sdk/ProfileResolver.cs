using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>Fetches the credentials of a profile, and of its source profiles.</summary>
internal sealed class ProfileResolver(CredentialsRequest request)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public async Task<AwsCredentials> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        if (!_visited.Add(name))
        {
            throw new AwsCredentialsException($"The source_profile chain of the profile '{name}' is circular.");
        }

        var profile = request.FindProfile(name) ?? throw new AwsCredentialsException($"The profile '{name}' does not exist.");
        if (profile["role_arn"] is { } role)
        {
            return await AssumeRoleAsync(profile, role, cancellationToken).ConfigureAwait(false);
        }

        if (profile.Keys is { } keys)
        {
            return keys;
        }

        if (profile["sso_start_url"] is not null)
        {
            return await SsoCredentials.FetchAsync(profile, cancellationToken).ConfigureAwait(false);
        }

        if (profile["credential_process"] is { } command)
        {
            return await RunProcessAsync(command, profile["aws_account_id"], cancellationToken).ConfigureAwait(false);
        }

        throw new AwsCredentialsException(
            profile["login_session"] is not null
                ? $"The profile '{name}' has a login_session, which is not supported. Add a credential_process that runs 'aws configure export-credentials'."
                : $"The profile '{name}' has no credentials that can be used.");
    }

    private async Task<AwsCredentials> AssumeRoleAsync(CredentialsProfile profile, string role, CancellationToken cancellationToken)
    {
        var region = profile["region"] ?? request.Region;
        if (profile["web_identity_token_file"] is { } file)
        {
            return await StsCredentials.FetchWebIdentityAsync(role, profile["role_session_name"], file, region, cancellationToken).ConfigureAwait(false);
        }

        if (profile["mfa_serial"] is not null)
        {
            throw new AwsCredentialsException($"The role of the profile '{profile.Name}' requires an MFA code (mfa_serial), which is not supported.");
        }

        var options = new AssumeRoleOptions
        {
            SessionName = profile["role_session_name"],
            ExternalId = profile["external_id"],
            Duration = GetDuration(profile),
            Region = region,
        };
        var source = await GetSourceAsync(profile, cancellationToken).ConfigureAwait(false);
        return await StsCredentials.AssumeRoleAsync(source, role, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AwsCredentials> GetSourceAsync(CredentialsProfile profile, CancellationToken cancellationToken)
    {
        if (profile["source_profile"] is { } other)
        {
            // A profile may assume its role with its own keys.
            return other == profile.Name && profile.Keys is { } keys ? keys
                : request.FindProfile(other) is null
                    ? throw new AwsCredentialsException($"The source_profile '{other}' of the profile '{profile.Name}' does not exist.")
                : await ResolveAsync(other, cancellationToken).ConfigureAwait(false);
        }

        return profile["credential_source"] is { } source
            ? await request.FetchFromSourceAsync(source, cancellationToken).ConfigureAwait(false)
            : throw new AwsCredentialsException($"The profile '{profile.Name}' has a role_arn, but neither a source_profile nor a credential_source.");
    }

    private static TimeSpan? GetDuration(CredentialsProfile profile) => profile["duration_seconds"] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : throw new AwsCredentialsException($"duration_seconds in the profile '{profile.Name}' must be an integer.");

    private static async Task<AwsCredentials> RunProcessAsync(string command, string? accountId, CancellationToken cancellationToken)
    {
        try
        {
            using var process = new ProcessAWSCredentials(command);
            var found = await process.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            var credentials = SdkConverter.Convert(found, process.Expiration, latest: null);
            return credentials.AccountId is not null || accountId is null
                ? credentials
                : new AwsCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, credentials.Expiration) { AccountId = accountId };
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkErrors.Translate(exception, "The credential_process of the profile failed");
        }
    }
}
