using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Core;

/// <summary>
/// The content of the shared AWS configuration files, <c>~/.aws/config</c> and <c>~/.aws/credentials</c>. It does not change: to get current keys,
/// read the files again.
/// </summary>
internal sealed class SharedFiles
{
    private readonly SharedFile _config;
    private readonly SharedFile _credentials;

    private SharedFiles(EnvironmentVariables variables, bool includeKeys)
    {
        _config = SharedFile.Read(GetPath(variables, "AWS_CONFIG_FILE", "config"), SharedFileKind.Config, includeKeys);
        _credentials = SharedFile.Read(GetPath(variables, "AWS_SHARED_CREDENTIALS_FILE", "credentials"), SharedFileKind.Credentials, includeKeys);
    }

    /// <summary>Reads everything except access keys. Never throws; <see cref="Problems"/> describes what could not be read.</summary>
    public static SharedFiles ReadSettings(EnvironmentVariables variables) => new(variables, includeKeys: false);

    /// <summary>Reads everything. The object contains secrets in plain text; do not keep it longer than necessary.</summary>
    /// <inheritdoc cref="ReadSettings" path="/summary"/>
    public static SharedFiles ReadAll(EnvironmentVariables variables) => new(variables, includeKeys: true);

    /// <summary>Why the files were not read completely: sentences for error messages, which quote nothing from the files.</summary>
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

    /// <summary>Finds a profile; <see langword="null"/> if it is in neither file.</summary>
    public SharedProfile? FindProfile(string name)
    {
        var inConfig = _config.Profiles.GetValueOrDefault(name);
        var inCredentials = _credentials.Profiles.GetValueOrDefault(name);
        return inConfig is null && inCredentials is null ? null : new SharedProfile(name, inConfig, inCredentials);
    }

    /// <summary>Finds the section <c>[sso-session name]</c> of the config file; <see langword="null"/> if there is none.</summary>
    public SharedSection? FindSsoSession(string name) => _config.SsoSessions.GetValueOrDefault(name);

    /// <summary>Finds the section <c>[services name]</c> of the config file; <see langword="null"/> if there is none.</summary>
    public SharedSection? FindServices(string name) => _config.Services.GetValueOrDefault(name);

    private static string? GetPath(EnvironmentVariables variables, string variable, string name)
    {
        if (variables[variable] is not { } path)
        {
            return variables.Home is { } home ? Path.Combine(home, ".aws", name) : null;
        }

        // Shells expand the tilde, but variables are often set without a shell.
        return path[0] == '~' && (path.Length == 1 || path[1] is '/' or '\\') && variables.Home is { } homeFolder
            ? Path.Combine(homeFolder, path.TrimStart('~').TrimStart('/', '\\'))
            : path;
    }
}
