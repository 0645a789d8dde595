using System;
using System.Collections.Generic;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// What the environment and the profile say about a client: for each setting the environment variable first, then the profile. Options in
/// code go before both, defaults come after; that is up to whoever asks. The shared files are read once, when the first setting is not in the
/// environment. A file that cannot be read, or a line that is malformed, matters only to a setting that must be there and is not.
/// </summary>
/// <param name="profileName">The profile asked for in code; <see langword="null"/> for the usual one.</param>
/// <param name="serviceId">The service's id, such as <c>DataZone</c>.</param>
/// <param name="variables">The environment.</param>
internal sealed class SharedConfig(string? profileName, string serviceId, EnvironmentVariables variables)
{
    private const int MaxAppIdLength = 50;

    private readonly string _profileName = SharedProfile.NameFor(profileName, variables);

    private SharedFiles? _files;
    private SharedProfile? _profile;

    /// <exception cref="AwsConfigurationException">It cannot be one.</exception>
    public string? Region
    {
        get
        {
            var found = InVariable("AWS_REGION");
            found = found.Text is null ? Find("AWS_DEFAULT_REGION", "region") : found;
            return found.Text is null || EndpointRules.IsValidHostLabel(found.Text, allowDots: false)
                ? found.Text
                : throw found.InvalidValue("has to be a region: letters, digits and hyphens");
        }
    }

    /// <exception cref="AwsConfigurationException">There is no such mode.</exception>
    public RetryMode? RetryMode
    {
        get
        {
            var found = Find("AWS_RETRY_MODE", "retry_mode");
            return found.Text is null ? null
                : found.Is("standard") || found.Is("legacy") ? DataZoneGen.RetryMode.Standard
                : found.Is("adaptive") ? DataZoneGen.RetryMode.Adaptive
                : throw found.InvalidValue("has to be standard, adaptive or legacy");
        }
    }

    /// <exception cref="AwsConfigurationException">It is no number from 1.</exception>
    public int? MaxAttempts => Find("AWS_MAX_ATTEMPTS", "max_attempts").NumberFrom(1);

    /// <exception cref="AwsConfigurationException">It is neither true nor false.</exception>
    public bool? UseFipsEndpoint => Find("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint").Switch;

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? UseDualStackEndpoint => Find("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint").Switch;

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? DisableHostPrefixInjection => Find("AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection").Switch;

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? DisableRequestCompression => Find("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression").Switch;

    /// <exception cref="AwsConfigurationException">It is no number from 0.</exception>
    public int? RequestMinCompressionSizeBytes =>
        Find("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "request_min_compression_size_bytes").NumberFrom(0);

    /// <summary>
    /// Whether bearer tokens are preferred to signatures. The setting is a list of ways to authenticate, separated by commas, the preferred one
    /// first; those that this client has no choice of do not matter.
    /// </summary>
    public bool? PrefersBearerToken
    {
        get
        {
            foreach (var scheme in (Find("AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference").Text ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                switch (scheme)
                {
                    case "sigv4":
                        return false;
                    case "httpBearerAuth":
                        return true;
                }
            }

            return null;
        }
    }

    /// <exception cref="AwsConfigurationException">It is too long or has characters that are not allowed.</exception>
    public string? AppId
    {
        get
        {
            var found = Find("AWS_SDK_UA_APP_ID", "sdk_ua_app_id");
            return found.Text is null || IsAppId(found.Text)
                ? found.Text
                : throw found.InvalidValue("has to be at most 50 letters, digits and !#$%&'*+-.^_`|~");
        }
    }

    /// <summary>An endpoint for the service or, failing that, for all services, first from the environment, then from the profile.</summary>
    /// <exception cref="AwsConfigurationException">It is no URL.</exception>
    public string? EndpointUrl
    {
        get
        {
            if (Find("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls").Switch is true)
            {
                return null;
            }

            var found = FindEndpoint();
            return found.Text is null || (Uri.TryCreate(found.Text, UriKind.Absolute, out var url) && ResolvedEndpoint.IsUsable(url))
                ? found.Text
                : throw found.InvalidValue("has to be an absolute http or https URL without user, query and fragment");
        }
    }

    /// <summary>Whether a profile was asked for, in code or in <c>AWS_PROFILE</c>, that does not exist. Reads the files.</summary>
    public bool IsProfileMissing => Profile is null && (profileName ?? variables["AWS_PROFILE"]) is not null;

    /// <summary>What to say when a region is needed and none is found: what to set, and what is wrong with the files if something is.</summary>
    public string MissingRegionMessage => string.Join(' ', MissingRegionSentences());

    /// <summary>What is ignored of the files that have been read; empty when all of them could be read, or none had to be.</summary>
    public IEnumerable<string> Problems => _files?.Problems ?? [];

    private SharedProfile? Profile
    {
        get
        {
            if (_files is null)
            {
                _files = SharedFiles.ReadSettings(variables);
                _profile = _files.FindProfile(_profileName);
            }

            return _profile;
        }
    }

    /// <summary>Whether an application may go by a name: the user agent takes the characters of an HTTP token.</summary>
    public static bool IsAppId(string text)
        => text.Length is > 0 and <= MaxAppIdLength && HttpToken.IsValid(text);

    private Setting FindEndpoint()
    {
        var found = InVariable(EnvironmentVariables.ForService("AWS_ENDPOINT_URL", serviceId));
        found = found.Text is null ? InVariable("AWS_ENDPOINT_URL") : found;
        return found.Text is not null ? found
            : InServices("endpoint_url") is { } own ? new Setting(own, "endpoint_url of the service", _profileName)
            : InProfile("endpoint_url");
    }

    /// <summary>A property of the service in the section that the profile's <c>services</c> names.</summary>
    private string? InServices(string key) =>
        Profile?["services"] is { } section ? _files!.FindServices(section)?[serviceId.Replace(' ', '_') + "." + key] : null;

    private IEnumerable<string> MissingRegionSentences()
    {
        yield return IsProfileMissing
            ? $"No region: the profile '{_profileName}' does not exist."
            : $"No region: set options.Region, AWS_REGION, or region in the profile '{_profileName}'.";
        if (Profile?.Problem is { } problem)
        {
            yield return problem;
        }

        foreach (var ofFile in Problems)
        {
            yield return ofFile;
        }
    }

    private Setting Find(string variable, string key)
    {
        var found = InVariable(variable);
        return found.Text is null ? InProfile(key) : found;
    }

    private Setting InVariable(string name) => new(variables[name], name, profile: null);

    private Setting InProfile(string key) => new(Profile?[key], key, _profileName);
}
