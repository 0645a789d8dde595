using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>One profile of the shared files, with the <c>sso-session</c> that it names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CredentialsProfile
{
    private readonly SharedProfile _profile;
    private readonly SharedSection? _session;

    internal CredentialsProfile(SharedProfile profile, SharedFiles files)
    {
        _profile = profile;
        _session = profile["sso_session"] is { } name ? files.FindSsoSession(name) : null;
    }

    /// <summary>The profile's name.</summary>
    public string Name => _profile.Name;

    /// <summary>The access key in the profile; <see langword="null"/> when there is no whole one.</summary>
    /// <exception cref="AwsCredentialsException">It has characters that cannot be sent.</exception>
    public AwsCredentials? Keys => ProfileCredentials.FindKeys(_profile);

    /// <summary>A property of the profile or else of its <c>sso-session</c>; <see langword="null"/> when it is missing or empty in both.</summary>
    /// <param name="key">Its name.</param>
    /// <exception cref="AwsConfigurationException">The property's line is malformed.</exception>
    public string? this[string key] => _profile[key] ?? _session?[key];
}
