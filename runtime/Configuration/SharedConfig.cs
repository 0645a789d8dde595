using System;
using System.Collections.Generic;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The settings of a client in the environment and the profile. An environment variable takes precedence over the profile. The caller applies options
/// and defaults. The shared files are read once, when a setting is not in the environment for the first time. A file that cannot be read and a
/// malformed line are ignored, unless a required setting is missing.
/// </summary>
/// <param name="profileName">The profile from the options; <see langword="null"/> for the default.</param>
/// <param name="serviceId">The service's id, such as <c>DataZone</c>.</param>
/// <param name="variables">The environment.</param>
internal sealed class SharedConfig(string? profileName, string serviceId, EnvironmentVariables variables)
{
    private const int MaxAppIdLength = 50;

    private readonly string _profileName = SharedProfile.GetName(profileName, variables);

    private SharedFiles? _files;
    private SharedProfile? _profile;

    /// <exception cref="AwsConfigurationException">The region is not valid.</exception>
    public string? Region
    {
        get
        {
            var found = InVariable("AWS_REGION");
            found = found.Text is null ? Find("AWS_DEFAULT_REGION", "region") : found;
            return found.Text is null || EndpointRules.IsValidHostLabel(found.Text, allowDots: false)
                ? found.Text
                : throw found.InvalidValue("must be a region, which consists of letters, digits and hyphens");
        }
    }

    /// <exception cref="AwsConfigurationException">The retry mode is not defined.</exception>
    public RetryMode? RetryMode
    {
        get
        {
            var found = Find("AWS_RETRY_MODE", "retry_mode");
            return found.Text is null ? null
                : found.Is("standard") || found.Is("legacy") ? DataZoneGen.RetryMode.Standard
                : found.Is("adaptive") ? DataZoneGen.RetryMode.Adaptive
                : throw found.InvalidValue("must be standard, adaptive or legacy");
        }
    }

    /// <exception cref="AwsConfigurationException">The value is not an integer of at least 1.</exception>
    public int? MaxAttempts => Find("AWS_MAX_ATTEMPTS", "max_attempts").GetInteger(1);

    /// <exception cref="AwsConfigurationException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool? UseFipsEndpoint => Find("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint").Boolean;

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? UseDualStackEndpoint => Find("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint").Boolean;

    /// <exception cref="AwsConfigurationException">The mode is not defined.</exception>
    public AccountIdEndpointMode? AccountIdEndpointMode
    {
        get
        {
            var found = Find("AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode");
            return found.Text is null ? null
                : found.Is("preferred") ? DataZoneGen.AccountIdEndpointMode.Preferred
                : found.Is("disabled") ? DataZoneGen.AccountIdEndpointMode.Disabled
                : found.Is("required") ? DataZoneGen.AccountIdEndpointMode.Required
                : throw found.InvalidValue("must be preferred, disabled or required");
        }
    }

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? DisableHostPrefixInjection => Find("AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection").Boolean;

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? DisableRequestCompression => Find("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression").Boolean;

    /// <exception cref="AwsConfigurationException">The value is not an integer of at least 0.</exception>
    public int? RequestMinCompressionSizeBytes =>
        Find("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "request_min_compression_size_bytes").GetInteger(0);

    /// <exception cref="AwsConfigurationException">The value is not defined.</exception>
    public RequestChecksumCalculation? RequestChecksumCalculation => IsWhenSupported("AWS_REQUEST_CHECKSUM_CALCULATION", "request_checksum_calculation") is { } isSupported
        ? (isSupported ? DataZoneGen.RequestChecksumCalculation.WhenSupported : DataZoneGen.RequestChecksumCalculation.WhenRequired)
        : null;

    /// <exception cref="AwsConfigurationException">The value is not defined.</exception>
    public ResponseChecksumValidation? ResponseChecksumValidation => IsWhenSupported("AWS_RESPONSE_CHECKSUM_VALIDATION", "response_checksum_validation") is { } isSupported
        ? (isSupported ? DataZoneGen.ResponseChecksumValidation.WhenSupported : DataZoneGen.ResponseChecksumValidation.WhenRequired)
        : null;

    /// <summary>
    /// Whether bearer tokens are preferred to signatures. The setting is a comma-separated list of authentication schemes in order of preference;
    /// schemes other than these two are ignored.
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

    /// <exception cref="AwsConfigurationException">The value is too long or has characters that are not allowed.</exception>
    public string? AppId
    {
        get
        {
            var found = Find("AWS_SDK_UA_APP_ID", "sdk_ua_app_id");
            return found.Text is null || IsAppId(found.Text)
                ? found.Text
                : throw found.InvalidValue("must be at most 50 characters: letters, digits and !#$%&'*+-.^_`|~");
        }
    }

    /// <summary>The endpoint for the service or, if there is none, for all services. The environment takes precedence over the profile.</summary>
    /// <exception cref="AwsConfigurationException">The value is not a valid URL.</exception>
    public string? EndpointUrl
    {
        get
        {
            if (Find("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls").Boolean is true)
            {
                return null;
            }

            var found = FindEndpoint();
            return found.Text is null || (Uri.TryCreate(found.Text, UriKind.Absolute, out var url) && ResolvedEndpoint.IsUsable(url))
                ? found.Text
                : throw found.InvalidValue("must be an absolute http or https URL without user information, query and fragment");
        }
    }

    /// <summary>Whether the options or <c>AWS_PROFILE</c> name a profile that does not exist. Reads the files.</summary>
    public bool IsProfileMissing => Profile is null && (profileName ?? variables["AWS_PROFILE"]) is not null;

    /// <summary>The error message for a missing region: what to set, and problems of the shared files, if any.</summary>
    public string MissingRegionMessage => string.Join(' ', MissingRegionSentences());

    /// <summary>The problems of the shared files; empty if there are none, or if the files have not been read.</summary>
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

    /// <summary>Finds the value of a service-specific setting; <see langword="null"/> if it is not set.</summary>
    /// <param name="variable">The environment variable.</param>
    /// <param name="key">The key in the profile.</param>
    /// <exception cref="AwsConfigurationException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool? FindBoolean(string variable, string key) => Find(variable, key).Boolean;

    /// <summary>Whether a text is a valid application id. The user agent accepts the characters of an HTTP token.</summary>
    public static bool IsAppId(string text)
        => text.Length is > 0 and <= MaxAppIdLength && HttpToken.IsValid(text);

    private bool? IsWhenSupported(string variable, string key)
    {
        var found = Find(variable, key);
        return found.Text is null ? null
            : found.Is("when_supported") ? true
            : found.Is("when_required") ? false
            : throw found.InvalidValue("must be when_supported or when_required");
    }

    private Setting FindEndpoint()
    {
        var found = InVariable(EnvironmentVariables.GetNameForService("AWS_ENDPOINT_URL", serviceId));
        found = found.Text is null ? InVariable("AWS_ENDPOINT_URL") : found;
        return found.Text is not null ? found
            : InServices("endpoint_url") is { } endpoint ? new Setting(endpoint, "endpoint_url of the service", _profileName)
            : InProfile("endpoint_url");
    }

    /// <summary>Returns a property of the service in the <c>services</c> section of the profile.</summary>
    private string? InServices(string key) =>
        Profile?["services"] is { } section ? _files!.FindServices(section)?[serviceId.Replace(' ', '_') + "." + key] : null;

    private IEnumerable<string> MissingRegionSentences()
    {
        yield return IsProfileMissing
            ? $"No region was found: the profile '{_profileName}' does not exist."
            : $"No region was found. Set options.Region, AWS_REGION, or region in the profile '{_profileName}'.";
        if (Profile?.Problem is { } problem)
        {
            yield return problem;
        }

        foreach (var fileProblem in Problems)
        {
            yield return fileProblem;
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
