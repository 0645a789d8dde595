using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>The credentials of an ECS container or an EKS pod, from the endpoint in its environment variables.</summary>
internal sealed class ContainerCredentials : IAwsCredentialsProvider
{
    private const string RelativeUri = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string FullUri = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const string SourceName = "The endpoint of the container's credentials";
    private const string EcsHost = "169.254.170.2";
    private const int MaxAttempts = 3;

    // Plain HTTP is allowed for this machine and for container agents only.
    private static readonly string[] AgentHosts = [EcsHost, "169.254.170.23", "[fd00:ec2::23]"];
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    private readonly Uri _url;
    private readonly EnvironmentVariables _variables;
    private readonly LocalHttp _http;
    private readonly RefreshingCache<AwsCredentials> _cache;

    private ContainerCredentials(Uri url, EnvironmentVariables variables, TimeProvider timeProvider)
    {
        _url = url;
        _variables = variables;
        _http = new LocalHttp(SourceName, AttemptTimeout, MaxAttempts, timeProvider);
        _cache = new(FetchAsync, static credentials => credentials.Expiration, timeProvider);
    }

    /// <summary>Creates the provider; <see langword="null"/> if the environment has no endpoint for container credentials.</summary>
    /// <exception cref="AwsCredentialsException">The endpoint is not valid or not allowed.</exception>
    public static ContainerCredentials? Find(EnvironmentVariables variables, TimeProvider timeProvider)
    {
        if (variables[RelativeUri] is { } path)
        {
            // The check of the host makes sure that the path cannot name another host.
            return Uri.TryCreate("http://" + EcsHost + "/" + path.TrimStart('/'), UriKind.Absolute, out var agent) && agent.Host == EcsHost
                ? new ContainerCredentials(agent, variables, timeProvider)
                : throw new AwsCredentialsException(RelativeUri + " must be the path of a URL.");
        }

        if (variables[FullUri] is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && IsAllowed(url)
            ? new ContainerCredentials(url, variables, timeProvider)
            : throw new AwsCredentialsException(
                FullUri + " must be an absolute URL: https, or http to this machine or to a container agent (169.254.170.2, 169.254.170.23, fd00:ec2::23).");
    }

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public void Invalidate(AwsCredentials rejected) => _cache.TryRemove(cached => ReferenceEquals(cached, rejected));

    /// <summary>Fetches credentials from the endpoint without caching them.</summary>
    public async ValueTask<AwsCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await _http.SendAsync(HttpMethod.Get, _url, await GetAuthorizationAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        return status == HttpStatusCode.OK
            ? CredentialsDocument.Read(body, SourceName)
            : throw new AwsCredentialsException($"{SourceName} failed with status code {(int)status}.");
    }

    private static bool IsAllowed(Uri url) => url.Scheme == Uri.UriSchemeHttps
        || (url.Scheme == Uri.UriSchemeHttp && (IsThisMachine(url) || Array.IndexOf(AgentHosts, url.Host) >= 0));

    // An address or localhost: other names could resolve to any machine.
    private static bool IsThisMachine(Uri url) => url.Host == "localhost" || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Gets the authorization token for the endpoint. Token files change, so the file is read each time.</summary>
    private async ValueTask<(string Name, string Value)?> GetAuthorizationAsync(CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = _variables[TokenFile] is { } file ? await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false) : _variables[Token];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsCredentialsException($"The file in {TokenFile} cannot be read.", exception);
        }

        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        return token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new AwsCredentialsException("The authorization token for the container's credentials has a character that is not allowed in a header.")
            : ("Authorization", token);
    }
}
