using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using DataZoneGen.Core;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Wire;

/// <summary>Helper methods for the registration of clients. They compile without a dependency on a container or an HTTP client factory.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientServices
{
    private const string Infinite = "infinite";

    private static readonly Dictionary<string, Action<AwsClientOptions, string>> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AwsClientOptions.Region)] = static (options, value) => options.Region = value,
        [nameof(AwsClientOptions.Profile)] = static (options, value) => options.Profile = value,
        [nameof(AwsClientOptions.AppId)] = static (options, value) => options.AppId = value,
        [nameof(AwsClientOptions.Endpoint)] = static (options, value) => options.Endpoint = ParseUrl(value),
        [nameof(AwsClientOptions.UseFipsEndpoint)] = static (options, value) => options.UseFipsEndpoint = ParseBoolean(value),
        [nameof(AwsClientOptions.UseDualStackEndpoint)] = static (options, value) => options.UseDualStackEndpoint = ParseBoolean(value),
        [nameof(AwsClientOptions.AccountIdEndpointMode)] = static (options, value) => options.AccountIdEndpointMode = ParseEnum<AccountIdEndpointMode>(value),
        [nameof(AwsClientOptions.DisableHostPrefixInjection)] = static (options, value) => options.DisableHostPrefixInjection = ParseBoolean(value),
        [nameof(AwsClientOptions.RetryMode)] = static (options, value) => options.RetryMode = ParseEnum<RetryMode>(value),
        [nameof(AwsClientOptions.MaxAttempts)] = static (options, value) => options.MaxAttempts = (int)ParseInteger(value, int.MaxValue),
        [nameof(AwsClientOptions.Timeout)] = static (options, value) => options.Timeout = ParseDuration(value),
        [nameof(AwsClientOptions.AttemptTimeout)] = static (options, value) => options.AttemptTimeout = ParseDuration(value),
        [nameof(AwsClientOptions.MaxResponseBytes)] = static (options, value) => options.MaxResponseBytes = ParseInteger(value, long.MaxValue),
        [nameof(AwsClientOptions.HttpVersion)] = static (options, value) => options.HttpVersion = ParseHttpVersion(value),
        [nameof(AwsClientOptions.HttpVersionPolicy)] = static (options, value) => options.HttpVersionPolicy = ParseEnum<HttpVersionPolicy>(value),
        [nameof(AwsClientOptions.DisableRequestCompression)] = static (options, value) => options.DisableRequestCompression = ParseBoolean(value),
        [nameof(AwsClientOptions.RequestChecksumCalculation)] =
            static (options, value) => options.RequestChecksumCalculation = ParseEnum<RequestChecksumCalculation>(value),
        [nameof(AwsClientOptions.ResponseChecksumValidation)] =
            static (options, value) => options.ResponseChecksumValidation = ParseEnum<ResponseChecksumValidation>(value),
        [nameof(AwsClientOptions.RequestMinCompressionSizeBytes)] =
            static (options, value) => options.RequestMinCompressionSizeBytes = (int)ParseInteger(value, int.MaxValue),
    };

    /// <summary>Creates a handler like the one that clients create: no redirects, no cookies, a limited lifetime of connections.</summary>
    /// <returns>The handler.</returns>
    public static HttpMessageHandler CreateHandler() => HttpTransport.CreateHandler();

    /// <summary>Sets the options that are not set to the services that a container has.</summary>
    /// <param name="options">The options.</param>
    /// <param name="services">The service provider of the container.</param>
    public static void Complete(AwsClientOptions options, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        options.LoggerFactory ??= Find<ILoggerFactory>(services);
        options.TokenProvider ??= Find<IAwsTokenProvider>(services);
        if (options.Profile is null)
        {
            // A profile in the options takes precedence over a registered provider.
            options.Credentials ??= Find<IAwsCredentialsProvider>(services);
        }

        if (options.TimeProvider == TimeProvider.System)
        {
            options.TimeProvider = Find<TimeProvider>(services) ?? TimeProvider.System;
        }
    }

    /// <summary>Sets an option from a configuration value. An empty value does not change the option.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The path of the value, for messages.</param>
    /// <param name="key">The case-insensitive name of the option.</param>
    /// <param name="value">The value; <see langword="null"/> for a section.</param>
    /// <exception cref="AwsConfigurationException">There is no such option, or the value is not valid.</exception>
    public static void Set(AwsClientOptions options, string path, string key, string? value)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(key);
        if (!Settings.TryGetValue(key, out var set))
        {
            throw new AwsConfigurationException(
                $"{path}: no option of this name can be set from a configuration. Valid options: {string.Join(", ", Settings.Keys.Order(StringComparer.Ordinal))}.");
        }

        if (value is "")
        {
            return;
        }

        try
        {
            set(options, value ?? throw new FormatException("a value, not a section"));
        }
        catch (FormatException exception)
        {
            // The message does not quote the value, which may be a misplaced secret.
            throw new AwsConfigurationException($"{path} must be {exception.Message}.", exception);
        }
    }

    private static T? Find<T>(IServiceProvider services)
        where T : class => (T?)services.GetService(typeof(T));

    private static Uri ParseUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && ResolvedEndpoint.IsUsable(url)
            ? url
            : throw new FormatException("an absolute http or https URL without user information, query and fragment");

    private static bool ParseBoolean(string value) => bool.TryParse(value, out var isOn) ? isOn : throw new FormatException("true or false");

    private static long ParseInteger(string value, long max) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max
            ? number
            : throw new FormatException("an integer");

    private static TimeSpan ParseDuration(string value) =>
        value.Equals(Infinite, StringComparison.OrdinalIgnoreCase) ? Timeout.InfiniteTimeSpan
        // TimeSpan would parse a single number as days.
        : value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var duration) ? duration
        : throw new FormatException("a duration such as 00:00:30, or infinite");

    private static Version ParseHttpVersion(string value) => Version.TryParse(value, out var version) ? version : throw new FormatException("a version such as 2.0");

    private static T ParseEnum<T>(string value)
        where T : struct, Enum
    {
        // Enum.Parse would accept numbers, too.
        foreach (var known in Enum.GetValues<T>())
        {
            if (value.Equals(known.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        throw new FormatException("one of " + string.Join(", ", Enum.GetNames<T>()));
    }
}
