using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>
/// A provider that assumes a role with other credentials, through STS. It caches the credentials of the role, and refreshes them five minutes before they
/// expire. One provider can serve many clients.
/// </summary>
public sealed class AssumeRoleCredentials : IAwsCredentialsProvider
{
    private readonly IAwsCredentialsProvider _source;
    private readonly string _roleArn;
    private readonly AssumeRoleOptions _options;
    private readonly CachedCredentialsProvider _cached;

    /// <summary>Initializes a new instance of the <see cref="AssumeRoleCredentials"/> class that assumes a role with other credentials.</summary>
    /// <param name="source">The credentials to assume the role with.</param>
    /// <param name="roleArn">The role's ARN, such as <c>arn:aws:iam::123456789012:role/reader</c>.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The ARN is empty.</exception>
    public AssumeRoleCredentials(IAwsCredentialsProvider source, string roleArn, AssumeRoleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(roleArn);
        _source = source;
        _roleArn = roleArn;
        _options = options ?? new AssumeRoleOptions();
        _options = _options with { Region = _options.Region ?? CredentialsRequest.EnvironmentRegion };
        _cached = new CachedCredentialsProvider(FetchAsync);
    }

    /// <summary>Initializes a new instance of the <see cref="AssumeRoleCredentials"/> class that assumes a role with the credentials of a profile.</summary>
    /// <param name="roleArn">The role's ARN, such as <c>arn:aws:iam::123456789012:role/reader</c>.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="profile">The profile; <see langword="null"/> for the default credentials chain.</param>
    /// <exception cref="ArgumentException">The ARN is empty.</exception>
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
