using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The EC2 instance metadata service, version 2: the credentials of the instance's role, and the region. Expired credentials stay in use while the
/// metadata service is unavailable, because services may still accept them.
/// </summary>
internal sealed class InstanceMetadata : IAwsCredentialsProvider
{
    private const string Disabled = "AWS_EC2_METADATA_DISABLED";
    private const string Endpoint = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
    private const string EndpointMode = "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE";
    private const string SourceName = "The instance metadata service";
    private const string TokenLifetimeSeconds = "21600";
    private const int MaxTokenLength = 1024;
    private const int MaxAttempts = 2;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Extension = TimeSpan.FromMinutes(5);

    private readonly string _endpoint;
    private readonly LocalHttp _http;
    private readonly RefreshingCache<AwsCredentials> _cache;

    private InstanceMetadata(string endpoint, TimeProvider timeProvider)
    {
        _endpoint = endpoint;
        _http = new LocalHttp(SourceName, AttemptTimeout, MaxAttempts, timeProvider);
        _cache = new(FetchForClientAsync, static credentials => credentials.Expiration, timeProvider) { Extension = Extension };
    }

    /// <summary>Creates the provider; <see langword="null"/> if the environment disables the service.</summary>
    /// <param name="variables">The environment.</param>
    /// <param name="profile">The profile, which may set another endpoint.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="AwsConfigurationException">The endpoint in the settings is not a valid URL, or its mode is neither IPv4 nor IPv6.</exception>
    public static InstanceMetadata? Find(EnvironmentVariables variables, SharedProfile? profile, TimeProvider timeProvider) =>
        new Setting(variables[Disabled], Disabled, profile: null).Is("true") ? null : new InstanceMetadata(GetEndpoint(variables, profile), timeProvider);

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public void Invalidate(AwsCredentials rejected) => _cache.TryRemove(cached => ReferenceEquals(cached, rejected));

    /// <summary>Fetches the credentials of the instance's role without caching them.</summary>
    public async ValueTask<AwsCredentials> FetchCredentialsAsync(CancellationToken cancellationToken)
    {
        const string Folder = "/latest/meta-data/iam/security-credentials/";
        var token = await GetTokenAsync(cancellationToken).ConfigureAwait(false);
        var roles = Encoding.UTF8.GetString(await GetAsync(Folder, token, cancellationToken).ConfigureAwait(false));
        var role = roles.AsSpan().Trim();
        var end = role.IndexOfAny('\r', '\n');
        var first = (end < 0 ? role : role[..end]).ToString();
        if (first.Length == 0)
        {
            throw new AwsCredentialsException("The instance has no IAM role.");
        }

        return CredentialsDocument.Read(await GetAsync(Folder + Uri.EscapeDataString(first), token, cancellationToken).ConfigureAwait(false), SourceName);
    }

    /// <summary>Finds the region of the instance.</summary>
    /// <param name="profile">The profile from the options, which may set another endpoint.</param>
    /// <param name="variables">The environment.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The region; <see langword="null"/> if the service is disabled, does not respond or returns none.</returns>
    /// <exception cref="AwsConfigurationException">The endpoint in the settings is not a valid URL, or its mode is neither IPv4 nor IPv6.</exception>
    public static async ValueTask<string?> FindRegionAsync(
        string? profile, EnvironmentVariables variables, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var found = SharedFiles.ReadSettings(variables).FindProfile(SharedProfile.GetName(profile, variables));
        if (Find(variables, found, timeProvider) is not { } service)
        {
            return null;
        }

        try
        {
            var token = await service.GetTokenAsync(cancellationToken).ConfigureAwait(false);
            var region = await service.GetAsync("/latest/meta-data/placement/region", token, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(region).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (AwsCredentialsException)
        {
            return null;
        }
    }

    /// <summary>Fetches credentials as the last source of the default chain: a failure means that no source has credentials.</summary>
    private async ValueTask<AwsCredentials> FetchForClientAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FetchCredentialsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCredentialsException exception)
        {
            throw new AwsCredentialsException(AwsCredentialsException.NotFoundMessage + " " + exception.Message, exception.InnerException);
        }
    }

    public static string GetEndpoint(EnvironmentVariables variables, SharedProfile? profile)
    {
        var endpoint = Find(variables, Endpoint, profile, "ec2_metadata_service_endpoint");
        if (endpoint.Text is { } text)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url) && ResolvedEndpoint.IsUsable(url)
                ? text.TrimEnd('/')
                : throw endpoint.InvalidValue("must be an absolute http or https URL without user information, query and fragment");
        }

        var mode = Find(variables, EndpointMode, profile, "ec2_metadata_service_endpoint_mode");
        return mode.Text is null || mode.Is("IPv4") ? "http://169.254.169.254"
            : mode.Is("IPv6") ? "http://[fd00:ec2::254]"
            : throw mode.InvalidValue("must be IPv4 or IPv6");
    }

    private static Setting Find(EnvironmentVariables variables, string variable, SharedProfile? profile, string key) =>
        variables[variable] is { } text ? new Setting(text, variable, profile: null) : new Setting(profile?[key], key, profile?.Name);

    private async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await _http.SendAsync(
            HttpMethod.Put, new Uri(_endpoint + "/latest/api/token"), ("x-aws-ec2-metadata-token-ttl-seconds", TokenLifetimeSeconds), cancellationToken).ConfigureAwait(false);
        var token = Encoding.UTF8.GetString(body).Trim();
        return status == HttpStatusCode.OK && token.Length is > 0 and <= MaxTokenLength && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? token
            : throw new AwsCredentialsException($"{SourceName} returned no token: status code {(int)status}.");
    }

    private async ValueTask<byte[]> GetAsync(string path, string token, CancellationToken cancellationToken)
    {
        var (status, body) = await _http.SendAsync(
            HttpMethod.Get, new Uri(_endpoint + path), ("x-aws-ec2-metadata-token", token), cancellationToken).ConfigureAwait(false);
        return status == HttpStatusCode.OK ? body : throw new AwsCredentialsException($"{SourceName} failed with status code {(int)status}.");
    }
}
