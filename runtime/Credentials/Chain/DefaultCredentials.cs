using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// Where credentials come from when the client is given none, in the order of AWS's SDKs: keys in the environment, a web identity in the environment,
/// the profile, the container, the instance. A profile asked for in code comes first and alone.
/// </summary>
/// <param name="profileName">The profile asked for in code; <see langword="null"/> for the one in <c>AWS_PROFILE</c> or else <c>default</c>.</param>
/// <param name="region">The client's region, if it is known.</param>
/// <param name="variables">The environment.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="log">The client's log.</param>
internal sealed class DefaultCredentials(string? profileName, string? region, EnvironmentVariables variables, TimeProvider timeProvider, ClientLog? log)
    : IAwsCredentialsProvider
{
    // Files may be rewritten at any time, and are read quickly.
    private static readonly TimeSpan MaxChoiceAge = TimeSpan.FromSeconds(5);

    private readonly string _profileName = SharedProfile.NameFor(profileName, variables);
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
            // The program may have changed its environment since.
            _environment = null;
            return;
        }

        // A file may have other keys by now; all other sources are asked for other credentials.
        if (_source?.TryDrop(source => ReferenceEquals(source.Provider, rejected)) == false)
        {
            Volatile.Read(ref _latest)?.Provider.Invalidate(rejected);
        }
    }

    private RefreshingCache<CredentialsSource> Source => Volatile.Read(ref _source) ?? CreateSource();

    private static async ValueTask<AwsCredentials> GetCredentialsAsync(ValueTask<CredentialsSource> source, CancellationToken cancellationToken)
        => await (await source.ConfigureAwait(false)).Provider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);

    // Callers at the same time must not each have a source of their own.
    private RefreshingCache<CredentialsSource> CreateSource()
    {
        var created = new RefreshingCache<CredentialsSource>(_ => new(Choose()), static _ => null, timeProvider) { MaxUse = MaxChoiceAge };
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

    /// <summary>The source that counts now: the latest one, unless the files say something else by now.</summary>
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
            return FromExtension(profile: null, "the environment's web identity", "AWS_WEB_IDENTITY_TOKEN_FILE names a web identity", fingerprint: null);
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
            return new CredentialsSource(instance, "the instance's metadata");
        }

        throw new AwsCredentialsException(string.Join(' ', [AwsCredentialsException.NotFoundMessage, .. profile?.Problem is { } line ? [line] : files.Problems]));
    }

    private CredentialsSource? FindInProfile(SharedProfile profile)
    {
        var name = "the profile " + profile.Name;
        return ProfileCredentials.FindExtensionUse(profile) is { } use
            ? FromExtension(profile.Name, name, $"The profile '{profile.Name}' {use}", ProfileCredentials.FingerprintOf(profile))
            : ProfileCredentials.FindKeys(profile) is { } keys ? new CredentialsSource(keys, name)
            : null;
    }

    private CredentialsSource FromExtension(string? profile, string name, string who, string? fingerprint) =>
        CredentialsExtension.Registered is { } extension
            ? new CredentialsSource(
                new ExtensionCredentials(extension, () => new CredentialsRequest(profile, region, variables, timeProvider), timeProvider), name, fingerprint)
            : throw ProfileCredentials.MissingPackage(who);
}
