using System;
using System.Buffers;
using System.Globalization;

namespace DataZoneGen.Wire;

/// <summary>
/// What the environment and the profile say about a client: for each setting the environment variable first, then the profile. Options in
/// code go before both, defaults come after; that is up to whoever asks. The profile is read once, when the first setting is not in the environment.
/// </summary>
/// <param name="profileName">The profile asked for in code; <see langword="null"/> for the usual one.</param>
/// <param name="serviceId">The service's id, such as <c>DataZone</c>.</param>
/// <param name="variables">The environment.</param>
internal sealed class SharedSettings(string? profileName, string serviceId, EnvironmentVariables variables)
{
    public const int MaxAppIdLength = 50;

    // What the user agent's specification allows in a value: the characters of an HTTP token.
    private static readonly SearchValues<char> AppIdCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private SharedProfile? _profile;

    /// <exception cref="AwsConfigurationException">It cannot be one.</exception>
    public string? Region => (InVariable("AWS_REGION") ?? InVariable("AWS_DEFAULT_REGION") ?? InProfile("region")) switch
    {
        null => null,
        (var text, _) when EndpointRules.IsValidHostLabel(text, allowDots: false) => text,
        (_, var source) => throw Bad(source, "has to be a region: letters, digits and hyphens"),
    };

    /// <exception cref="AwsConfigurationException">There is no such mode.</exception>
    public RetryMode? RetryMode => Find("AWS_RETRY_MODE", "retry_mode") switch
    {
        null => null,
        ({ } text, _) when Is(text, "standard") || Is(text, "legacy") => DataZoneGen.RetryMode.Standard,
        ({ } text, _) when Is(text, "adaptive") => DataZoneGen.RetryMode.Adaptive,
        (_, var source) => throw Bad(source, "has to be standard, adaptive or legacy"),
    };

    /// <exception cref="AwsConfigurationException">It is no number from 1.</exception>
    public int? MaxAttempts => FindNumber("AWS_MAX_ATTEMPTS", "max_attempts", min: 1);

    /// <exception cref="AwsConfigurationException">It is neither true nor false.</exception>
    public bool? UseFipsEndpoint => FindSwitch("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? UseDualStackEndpoint => FindSwitch("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");

    /// <inheritdoc cref="UseFipsEndpoint" path="/exception"/>
    public bool? DisableRequestCompression => FindSwitch("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression");

    /// <exception cref="AwsConfigurationException">It is no number from 0.</exception>
    public int? RequestMinCompressionSizeBytes => FindNumber("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "request_min_compression_size_bytes", min: 0);

    /// <exception cref="AwsConfigurationException">It is too long or has characters that are not allowed.</exception>
    public string? AppId => Find("AWS_SDK_UA_APP_ID", "sdk_ua_app_id") switch
    {
        null => null,
        (var text, _) when IsAppId(text) => text,
        (_, var source) => throw Bad(source, "has to be at most 50 letters, digits and !#$%&'*+-.^_`|~"),
    };

    /// <summary>An endpoint for the service or, failing that, for all services, first from the environment, then from the profile.</summary>
    /// <exception cref="AwsConfigurationException">It is no URL.</exception>
    public string? EndpointUrl
    {
        get
        {
            if (FindSwitch("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") is true)
            {
                return null;
            }

            var key = serviceId.Replace(' ', '_');
            var found = InVariable("AWS_ENDPOINT_URL_" + key.ToUpperInvariant())
                ?? InVariable("AWS_ENDPOINT_URL")
                ?? InProfile(key, "endpoint_url")
                ?? InProfile("endpoint_url");
            return found switch
            {
                null => null,
                (var text, _) when Uri.TryCreate(text, UriKind.Absolute, out var url) && ResolvedEndpoint.IsUsable(url) => text,
                (_, var source) => throw Bad(source, "has to be an absolute http or https URL without user, query and fragment"),
            };
        }
    }

    private SharedProfile Profile => _profile ??= SharedProfile.Load(profileName, variables);

    public static bool IsAppId(string text) => text.Length is > 0 and <= MaxAppIdLength && !text.AsSpan().ContainsAnyExcept(AppIdCharacters);

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    // The value is not repeated: it stands where secrets stand, too.
    private static AwsConfigurationException Bad(string source, string rule) => new($"{source} {rule}.");

    private bool? FindSwitch(string variable, string key) => Find(variable, key) switch
    {
        null => null,
        ({ } text, _) when Is(text, "true") => true,
        ({ } text, _) when Is(text, "false") => false,
        (_, var source) => throw Bad(source, "has to be true or false"),
    };

    private int? FindNumber(string variable, string key, int min) => Find(variable, key) switch
    {
        null => null,
        (var text, _) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min => number,
        (_, var source) => throw Bad(source, string.Create(CultureInfo.InvariantCulture, $"has to be a whole number from {min}")),
    };

    /// <summary>A setting, and where it comes from.</summary>
    private (string Text, string Source)? Find(string variable, string key) => InVariable(variable) ?? InProfile(key);

    private (string Text, string Source)? InVariable(string name) => variables[name] is { } text ? (text, name) : null;

    private (string Text, string Source)? InProfile(string key) =>
        Profile[key] is { } text ? (text, $"{key} in the profile '{Profile.Name}'") : null;

    private (string Text, string Source)? InProfile(string service, string key) =>
        Profile.OfService(service, key) is { } text ? (text, $"{key} of the service in the profile '{Profile.Name}'") : null;
}
