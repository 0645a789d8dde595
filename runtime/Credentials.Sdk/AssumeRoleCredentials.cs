using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>
/// The credentials of a role, which STS gives out for others. They are kept, and replaced five minutes before they expire; one object can serve many
/// clients.
/// </summary>
public sealed class AssumeRoleCredentials : IAwsCredentialsProvider
{
    private readonly IAwsCredentialsProvider _source;
    private readonly string _roleArn;
    private readonly AssumeRoleOptions _options;
    private readonly CachedCredentialsProvider _cached;

    /// <summary>Assumes a role with credentials.</summary>
    /// <param name="source">The credentials that may assume the role.</param>
    /// <param name="roleArn">The role's ARN, such as <c>arn:aws:iam::123456789012:role/reader</c>.</param>
    /// <param name="options">How to assume it.</param>
    /// <exception cref="ArgumentException">There is no ARN.</exception>
    public AssumeRoleCredentials(IAwsCredentialsProvider source, string roleArn, AssumeRoleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(roleArn);
        _source = source;
        _roleArn = roleArn;
        _options = options ?? new AssumeRoleOptions();
        _options = _options with { Region = _options.Region ?? CredentialsRequest.RegionOfEnvironment };
        _cached = new CachedCredentialsProvider(FetchAsync);
    }

    /// <summary>Assumes a role with the credentials of a profile.</summary>
    /// <param name="roleArn">The role's ARN, such as <c>arn:aws:iam::123456789012:role/reader</c>.</param>
    /// <param name="options">How to assume it.</param>
    /// <param name="profile">The profile. Without it: what the environment says, as for a client that is given no credentials.</param>
    /// <exception cref="ArgumentException">There is no ARN.</exception>
    public AssumeRoleCredentials(string roleArn, AssumeRoleOptions? options = null, string? profile = null)
        : this(CredentialsRequest.CreateDefaultProvider(profile, options?.Region), roleArn, options) => SdkCredentials.Register();

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cached.GetCredentialsAsync(cancellationToken);

    /// <inheritdoc/>
    public void Invalidate(AwsCredentials rejected) => _cached.Invalidate(rejected);

    private async ValueTask<AwsCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var source = await _source.GetCredentialsAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new AwsCredentialsException("The credentials provider returned no credentials.");
        return await StsCredentials.AssumeRoleAsync(source, _roleArn, _options, cancellationToken).ConfigureAwait(false);
    }
}
