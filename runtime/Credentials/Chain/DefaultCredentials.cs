using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The default credentials chain, in the order of the AWS SDKs: keys in the environment, web identity in the environment, profile, container,
/// instance. If the options name a profile, it is the only source.
/// </summary>
/// <param name="profileName">The profile from the options; <see langword="null"/> for the one in <c>AWS_PROFILE</c>, then <c>default</c>.</param>
/// <param name="region">The region of the client, if it is known.</param>
/// <param name="variables">The environment.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="log">The log of the client.</param>
internal sealed class DefaultCredentials(string? profileName, string? region, EnvironmentVariables variables, TimeProvider timeProvider, ClientLog? log)
    : IAwsCredentialsProvider
{
    // Files can change at any time, and are fast to read.
    private static readonly TimeSpan MaxSourceAge = TimeSpan.FromSeconds(5);

    private readonly string _profileName = SharedProfile.GetName(profileName, variables);
    private volatile AwsCredentials? _environment;
    private CredentialsSource? _latest;
    private RefreshingCache<CredentialsSource>? _source;

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
    {
        if ((_environment ?? FindInEnvironment()) is { } credentials)
        {
            return new(credentials);
        }

        var source = Source.GetAsync(cancellationToken);
        return source.IsCompletedSuccessfully
            ? source.Result.Provider.GetCredentialsAsync(cancellationToken)
            : GetCredentialsAsync(source, cancellationToken);
    }

    public void Invalidate(AwsCredentials rejected)
    {
        if (ReferenceEquals(_environment, rejected))
        {
            // The process may have changed its environment variables.
            _environment = null;
            return;
        }

        // Keys of a file: read the file again. All other sources can refresh their credentials.
        if (_source?.TryRemove(source => ReferenceEquals(source.Provider, rejected)) == false)
        {
            Volatile.Read(ref _latest)?.Provider.Invalidate(rejected);
        }
    }

    private RefreshingCache<CredentialsSource> Source => Volatile.Read(ref _source) ?? CreateSource();

    private static async ValueTask<AwsCredentials> GetCredentialsAsync(ValueTask<CredentialsSource> source, CancellationToken cancellationToken)
        => await (await source.ConfigureAwait(false)).Provider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);

    // Concurrent callers must share one source.
    private RefreshingCache<CredentialsSource> CreateSource()
    {
        var created = new RefreshingCache<CredentialsSource>(_ => new(Choose()), static _ => null, timeProvider) { MaxAge = MaxSourceAge };
        return Interlocked.CompareExchange(ref _source, created, null) ?? created;
    }

    private AwsCredentials? FindInEnvironment()
    {
        if (profileName is not null || EnvironmentCredentials.Find(variables) is not { } found)
        {
            return null;
        }

        log?.CredentialsFound("the environment");
        return _environment = found;
    }

    /// <summary>Returns the current source: the previous one, unless the files have changed.</summary>
    private CredentialsSource Choose()
    {
        var latest = Volatile.Read(ref _latest);
        var found = Find();
        if (latest is not null && latest.IsSameAs(found))
        {
            return latest;
        }

        log?.CredentialsFound(found.Name);
        Volatile.Write(ref _latest, found);
        return found;
    }

    private CredentialsSource Find()
    {
        if (profileName is null && variables["AWS_WEB_IDENTITY_TOKEN_FILE"] is not null && variables["AWS_ROLE_ARN"] is not null)
        {
            return FromExtension(profile: null, "the web identity in the environment", "The web identity in AWS_WEB_IDENTITY_TOKEN_FILE", fingerprint: null);
        }

        var files = SharedFiles.ReadAll(variables);
        var profile = files.FindProfile(_profileName);
        if (profile is null && (profileName ?? variables["AWS_PROFILE"]) is not null)
        {
            throw new AwsCredentialsException(string.Join(' ', [$"The profile '{_profileName}' does not exist.", .. files.Problems]));
        }

        if (profile is not null && FindInProfile(profile) is { } inProfile)
        {
            return inProfile;
        }

        if (profileName is not null)
        {
            throw new AwsCredentialsException(string.Join(
                ' ', [$"The profile '{_profileName}' has no credentials that can be used.", .. profile?.Problem is { } problem ? [problem] : files.Problems]));
        }

        if (ContainerCredentials.Find(variables, timeProvider) is { } container)
        {
            return new CredentialsSource(container, "the container");
        }

        if (InstanceMetadata.Find(variables, profile, timeProvider) is { } instance)
        {
            return new CredentialsSource(instance, "the instance metadata");
        }

        throw new AwsCredentialsException(string.Join(' ', [AwsCredentialsException.NotFoundMessage, .. profile?.Problem is { } line ? [line] : files.Problems]));
    }

    private CredentialsSource? FindInProfile(SharedProfile profile)
    {
        var name = "the profile " + profile.Name;
        return ProfileCredentials.FindExtensionFeature(profile) is { } feature
            ? FromExtension(profile.Name, name, $"{feature} of the profile '{profile.Name}'", ProfileCredentials.GetFingerprint(profile))
            : ProfileCredentials.FindKeys(profile) is { } keys ? new CredentialsSource(keys, name)
            : null;
    }

    private CredentialsSource FromExtension(string? profile, string name, string feature, string? fingerprint) =>
        CredentialsExtension.Registered is { } extension
            ? new CredentialsSource(
                new ExtensionCredentials(extension, () => new CredentialsRequest(profile, region, variables, timeProvider), timeProvider), name, fingerprint)
            : throw ProfileCredentials.CreateMissingPackageException(feature);
}
