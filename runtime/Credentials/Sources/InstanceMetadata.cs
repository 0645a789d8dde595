using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The metadata service of an EC2 instance, version 2: the credentials of the instance's role, and its region. Credentials that have expired stay in
/// use while the service is down, as services may still take them.
/// </summary>
internal sealed class InstanceMetadata : IAwsCredentialsProvider
{
    private const string Disabled = "AWS_EC2_METADATA_DISABLED";
    private const string Endpoint = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
    private const string EndpointMode = "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE";
    private const string What = "The instance metadata service";
    private const string TokenSeconds = "21600";
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
        _http = new LocalHttp(What, AttemptTimeout, MaxAttempts, timeProvider);
        _cache = new(FetchForClientAsync, static credentials => credentials.Expiration, timeProvider) { Extension = Extension };
    }

    /// <summary>The service; <see langword="null"/> when the environment turns it off.</summary>
    /// <param name="variables">The environment.</param>
    /// <param name="profile">The profile, which may name another endpoint.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="AwsConfigurationException">The endpoint that is set is no URL, or its mode is neither IPv4 nor IPv6.</exception>
    public static InstanceMetadata? Find(EnvironmentVariables variables, SharedProfile? profile, TimeProvider timeProvider) =>
        new Setting(variables[Disabled], Disabled, profile: null).Is("true") ? null : new InstanceMetadata(EndpointOf(variables, profile), timeProvider);

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public void Invalidate(AwsCredentials rejected) => _cache.TryDrop(held => ReferenceEquals(held, rejected));

    /// <summary>Asks the service for the credentials of the instance's role, which are not kept.</summary>
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
            throw new AwsCredentialsException("The instance has no role.");
        }

        return CredentialsDocument.Read(await GetAsync(Folder + Uri.EscapeDataString(first), token, cancellationToken).ConfigureAwait(false), What);
    }

    /// <summary>Finds the region of the instance.</summary>
    /// <param name="profile">The profile asked for in code, which may name another endpoint.</param>
    /// <param name="variables">The environment.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The region; <see langword="null"/> when the service is turned off, does not answer or does not say.</returns>
    /// <exception cref="AwsConfigurationException">The endpoint that is set is no URL, or its mode is neither IPv4 nor IPv6.</exception>
    public static async ValueTask<string?> FindRegionAsync(
        string? profile, EnvironmentVariables variables, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var found = SharedFiles.ReadSettings(variables).FindProfile(SharedProfile.NameFor(profile, variables));
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

    /// <summary>Asks for credentials at the end of the default chain, so that a failure means that there are none anywhere.</summary>
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

    public static string EndpointOf(EnvironmentVariables variables, SharedProfile? profile)
    {
        var endpoint = Find(variables, Endpoint, profile, "ec2_metadata_service_endpoint");
        if (endpoint.Text is { } text)
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var url) && ResolvedEndpoint.IsUsable(url)
                ? text.TrimEnd('/')
                : throw endpoint.InvalidValue("has to be an absolute http or https URL without user, query and fragment");
        }

        var mode = Find(variables, EndpointMode, profile, "ec2_metadata_service_endpoint_mode");
        return mode.Text is null || mode.Is("IPv4") ? "http://169.254.169.254"
            : mode.Is("IPv6") ? "http://[fd00:ec2::254]"
            : throw mode.InvalidValue("has to be IPv4 or IPv6");
    }

    private static Setting Find(EnvironmentVariables variables, string variable, SharedProfile? profile, string key) =>
        variables[variable] is { } text ? new Setting(text, variable, profile: null) : new Setting(profile?[key], key, profile?.Name);

    private async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await _http.SendAsync(
            HttpMethod.Put, new Uri(_endpoint + "/latest/api/token"), ("x-aws-ec2-metadata-token-ttl-seconds", TokenSeconds), cancellationToken).ConfigureAwait(false);
        var token = Encoding.UTF8.GetString(body).Trim();
        return status == HttpStatusCode.OK && token.Length is > 0 and <= MaxTokenLength && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? token
            : throw new AwsCredentialsException($"{What} gave no token: status {(int)status}.");
    }

    private async ValueTask<byte[]> GetAsync(string path, string token, CancellationToken cancellationToken)
    {
        var (status, body) = await _http.SendAsync(
            HttpMethod.Get, new Uri(_endpoint + path), ("x-aws-ec2-metadata-token", token), cancellationToken).ConfigureAwait(false);
        return status == HttpStatusCode.OK ? body : throw new AwsCredentialsException($"{What} refused: status {(int)status}.");
    }
}
