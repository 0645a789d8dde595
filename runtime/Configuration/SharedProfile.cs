using System;
using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Wire;

/// <summary>
/// One profile of the shared AWS configuration files, as far as plain settings go: what is secret in it is not kept, and how it gets
/// credentials is left to AWSSDK.Core.
/// </summary>
internal sealed class SharedProfile
{
    private const string ConfigFile = "AWS_CONFIG_FILE";
    private const string CredentialsFile = "AWS_SHARED_CREDENTIALS_FILE";

    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);

    // Rarely is there more than one of these in a file; which one counts is only known when the profile has been read.
    private readonly Dictionary<string, Dictionary<string, string>> _services = new(StringComparer.Ordinal);

    private SharedProfile(string name) => Name = name;

    public string Name { get; }

    public string? this[string key] => _settings.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads a profile; one that does not exist has no settings.</summary>
    /// <param name="name">Its name; <see langword="null"/> for the one in <c>AWS_PROFILE</c> or else <c>default</c>.</param>
    /// <param name="variables">Where the files are.</param>
    /// <exception cref="AwsConfigurationException">A file cannot be read.</exception>
    public static SharedProfile Load(string? name, EnvironmentVariables variables)
    {
        var profile = new SharedProfile(name ?? variables["AWS_PROFILE"] ?? "default");
        var folder = (variables["HOME"] ?? variables["USERPROFILE"]) is { } home ? Path.Combine(home, ".aws") : null;
        profile.Read(variables[ConfigFile] ?? (folder is null ? null : Path.Combine(folder, "config")), "profile ");

        // A setting in the credentials file counts more, as it does for AWS's own tools.
        profile.Read(variables[CredentialsFile] ?? (folder is null ? null : Path.Combine(folder, "credentials")), prefix: null);
        return profile;
    }

    /// <summary>A setting for one service, from the section that the profile's <c>services</c> names.</summary>
    public string? OfService(string service, string key) =>
        this["services"] is { } section
        && _services.TryGetValue(section, out var settings)
        && settings.TryGetValue(service + "." + key, out var value)
        && value.Length > 0
            ? value
            : null;

    private void Read(string? path, string? prefix)
    {
        if (path is null || !File.Exists(path))
        {
            return;
        }

        try
        {
            using var reader = new StreamReader(path);
            Read(new SharedFileReader(reader, path), prefix);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsConfigurationException($"The configuration file {path} cannot be read.", exception);
        }
    }

    private void Read(SharedFileReader file, string? prefix)
    {
        var isMarked = false;
        Dictionary<string, string>? section = null;
        while (file.Next())
        {
            if (file.Section is { } header)
            {
                section = Find(header, prefix, ref isMarked);
            }
            else if (section is not null && !IsCredential(file.Key))
            {
                section[file.Key] = file.Value;
            }
        }
    }

    /// <summary>Where the settings of a section go; <see langword="null"/> for sections of no interest.</summary>
    private Dictionary<string, string>? Find(string header, string? prefix, ref bool isMarked)
    {
        if (prefix is null)
        {
            return header == Name ? _settings : null;
        }

        if (NameAfter(header, "services ") is { } services)
        {
            return _services.TryGetValue(services, out var known) ? known : _services[services] = new(StringComparer.OrdinalIgnoreCase);
        }

        if (NameAfter(header, prefix) == Name)
        {
            // [profile default] takes the place of [default].
            if (!isMarked)
            {
                _settings.Clear();
            }

            isMarked = true;
            return _settings;
        }

        return header == "default" && Name == "default" && !isMarked ? _settings : null;
    }

    private static string? NameAfter(string header, string marker) =>
        header.Replace('\t', ' ').StartsWith(marker, StringComparison.Ordinal) ? header[marker.Length..].Trim() : null;

    private static bool IsCredential(string key) => key.StartsWith("aws_", StringComparison.OrdinalIgnoreCase);
}
