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

/// <summary>What registering a client takes and what is the same for all services. It needs no container and no HTTP client factory to compile.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientServices
{
    private const string Infinite = "infinite";

    private static readonly Dictionary<string, Action<AwsClientOptions, string>> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AwsClientOptions.Region)] = static (options, value) => options.Region = value,
        [nameof(AwsClientOptions.Profile)] = static (options, value) => options.Profile = value,
        [nameof(AwsClientOptions.AppId)] = static (options, value) => options.AppId = value,
        [nameof(AwsClientOptions.Endpoint)] = static (options, value) => options.Endpoint = Url(value),
        [nameof(AwsClientOptions.UseFipsEndpoint)] = static (options, value) => options.UseFipsEndpoint = Boolean(value),
        [nameof(AwsClientOptions.UseDualStackEndpoint)] = static (options, value) => options.UseDualStackEndpoint = Boolean(value),
        [nameof(AwsClientOptions.DisableHostPrefixInjection)] = static (options, value) => options.DisableHostPrefixInjection = Boolean(value),
        [nameof(AwsClientOptions.RetryMode)] = static (options, value) => options.RetryMode = OneOf<RetryMode>(value),
        [nameof(AwsClientOptions.MaxAttempts)] = static (options, value) => options.MaxAttempts = (int)Number(value, int.MaxValue),
        [nameof(AwsClientOptions.Timeout)] = static (options, value) => options.Timeout = Time(value),
        [nameof(AwsClientOptions.AttemptTimeout)] = static (options, value) => options.AttemptTimeout = Time(value),
        [nameof(AwsClientOptions.MaxResponseBytes)] = static (options, value) => options.MaxResponseBytes = Number(value, long.MaxValue),
        [nameof(AwsClientOptions.HttpVersion)] = static (options, value) => options.HttpVersion = HttpVersion(value),
        [nameof(AwsClientOptions.HttpVersionPolicy)] = static (options, value) => options.HttpVersionPolicy = OneOf<HttpVersionPolicy>(value),
        [nameof(AwsClientOptions.DisableRequestCompression)] = static (options, value) => options.DisableRequestCompression = Boolean(value),
        [nameof(AwsClientOptions.RequestMinCompressionSizeBytes)] =
            static (options, value) => options.RequestMinCompressionSizeBytes = (int)Number(value, int.MaxValue),
    };

    /// <summary>Makes a handler that sends requests as a client's own does: no redirects, no cookies, connections renewed now and then.</summary>
    /// <returns>The handler.</returns>
    public static HttpMessageHandler CreateHandler() => HttpTransport.CreateHandler();

    /// <summary>Takes what options leave open from a container, where it is registered.</summary>
    /// <param name="options">The options.</param>
    /// <param name="services">The container.</param>
    public static void Complete(AwsClientOptions options, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        options.LoggerFactory ??= Find<ILoggerFactory>(services);
        options.TokenProvider ??= Find<IAwsTokenProvider>(services);
        if (options.Profile is null)
        {
            // A profile that is asked for by name has the credentials that are meant.
            options.Credentials ??= Find<IAwsCredentialsProvider>(services);
        }

        if (options.TimeProvider == TimeProvider.System)
        {
            options.TimeProvider = Find<TimeProvider>(services) ?? TimeProvider.System;
        }
    }

    /// <summary>Sets an option from a configuration, where everything is text. An empty value leaves the option as it is.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">Where the value stands, for messages.</param>
    /// <param name="key">The option's name, in any case.</param>
    /// <param name="value">The value; <see langword="null"/> for a section.</param>
    /// <exception cref="AwsConfigurationException">There is no such option, or the value is none for it.</exception>
    public static void Set(AwsClientOptions options, string path, string key, string? value)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(key);
        if (!Settings.TryGetValue(key, out var set))
        {
            throw new AwsConfigurationException(
                $"{path}: there is no such option that can be set from a configuration. There are {string.Join(", ", Settings.Keys.Order(StringComparer.Ordinal))}.");
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
            // The value itself is not repeated: secrets stand in configurations as well.
            throw new AwsConfigurationException($"{path} must be {exception.Message}.", exception);
        }
    }

    private static T? Find<T>(IServiceProvider services)
        where T : class => (T?)services.GetService(typeof(T));

    private static Uri Url(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && ResolvedEndpoint.IsUsable(url)
            ? url
            : throw new FormatException("an absolute http or https URL without user, query and fragment");

    private static bool Boolean(string value) => bool.TryParse(value, out var isOn) ? isOn : throw new FormatException("true or false");

    private static long Number(string value, long max) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max
            ? number
            : throw new FormatException("a whole number");

    private static TimeSpan Time(string value) =>
        value.Equals(Infinite, StringComparison.OrdinalIgnoreCase) ? Timeout.InfiniteTimeSpan
        // A number alone would count as days.
        : value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var time) ? time
        : throw new FormatException("a time such as 00:00:30, or infinite");

    private static Version HttpVersion(string value) => Version.TryParse(value, out var version) ? version : throw new FormatException("a version such as 2.0");

    private static T OneOf<T>(string value)
        where T : struct, Enum
    {
        // By name only: numbers would be understood as well.
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
