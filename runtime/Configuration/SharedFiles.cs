using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Core;

/// <summary>
/// The shared AWS configuration files, <c>~/.aws/config</c> and <c>~/.aws/credentials</c>, as they were when they were read. This is the only reader
/// of them: whoever wants what changes, such as keys, reads them again.
/// </summary>
internal sealed class SharedFiles
{
    private readonly SharedFile _config;
    private readonly SharedFile _credentials;

    private SharedFiles(EnvironmentVariables variables, bool includeKeys)
    {
        _config = SharedFile.Read(PathOf(variables, "AWS_CONFIG_FILE", "config"), SharedFileKind.Config, includeKeys);
        _credentials = SharedFile.Read(PathOf(variables, "AWS_SHARED_CREDENTIALS_FILE", "credentials"), SharedFileKind.Credentials, includeKeys);
    }

    /// <summary>Reads everything but access keys. Never throws: what cannot be read is in <see cref="Problems"/>.</summary>
    public static SharedFiles ReadSettings(EnvironmentVariables variables) => new(variables, includeKeys: false);

    /// <summary>Reads everything. The object holds secrets in clear text: it is to be dropped as soon as they have been taken out.</summary>
    /// <inheritdoc cref="ReadSettings" path="/summary"/>
    public static SharedFiles ReadAll(EnvironmentVariables variables) => new(variables, includeKeys: true);

    /// <summary>Why something that is missing may be in the files all the same: sentences for a message, which repeat nothing of the files.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            if (_config.Problem is { } config)
            {
                yield return config;
            }

            if (_credentials.Problem is { } credentials)
            {
                yield return credentials;
            }
        }
    }

    /// <summary>The profile of a name; <see langword="null"/> when it is in neither file.</summary>
    public SharedProfile? FindProfile(string name)
    {
        var inConfig = _config.Profiles.GetValueOrDefault(name);
        var inCredentials = _credentials.Profiles.GetValueOrDefault(name);
        return inConfig is null && inCredentials is null ? null : new SharedProfile(name, inConfig, inCredentials);
    }

    /// <summary>The section <c>[sso-session name]</c> of the config file; <see langword="null"/> when there is none.</summary>
    public SharedSection? FindSsoSession(string name) => _config.SsoSessions.GetValueOrDefault(name);

    /// <summary>The section <c>[services name]</c> of the config file; <see langword="null"/> when there is none.</summary>
    public SharedSection? FindServices(string name) => _config.Services.GetValueOrDefault(name);

    private static string? PathOf(EnvironmentVariables variables, string variable, string name)
    {
        if (variables[variable] is not { } path)
        {
            return variables.Home is { } home ? Path.Combine(home, ".aws", name) : null;
        }

        // Only a shell expands this, and variables are often set by something else.
        return path[0] == '~' && (path.Length == 1 || path[1] is '/' or '\\') && variables.Home is { } folder
            ? Path.Combine(folder, path.TrimStart('~').TrimStart('/', '\\'))
            : path;
    }
}
