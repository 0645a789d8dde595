using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>A profile of the shared files, with its <c>sso-session</c>.</summary>
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

    /// <summary>The access key in the profile; <see langword="null"/> if it is missing or incomplete.</summary>
    /// <exception cref="AwsCredentialsException">The access key has characters that are not allowed in a header.</exception>
    public AwsCredentials? Keys => ProfileCredentials.FindKeys(_profile);

    /// <summary>The value of a property of the profile or, failing that, its <c>sso-session</c>; <see langword="null"/> if it is missing or empty in both.</summary>
    /// <param name="key">The name of the property.</param>
    /// <exception cref="AwsConfigurationException">The line of the property is malformed.</exception>
    public string? this[string key] => _profile[key] ?? _session?[key];
}
