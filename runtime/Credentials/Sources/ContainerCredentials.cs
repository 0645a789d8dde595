using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>The credentials of a container of ECS or of a pod of EKS, from the endpoint that its environment names.</summary>
internal sealed class ContainerCredentials : IAwsCredentialsProvider
{
    private const string RelativeUri = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string FullUri = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const string What = "The endpoint for the container's credentials";
    private const string EcsHost = "169.254.170.2";
    private const int MaxAttempts = 3;

    // Over plain http, credentials come from the machine itself or from its container agents.
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
        _http = new LocalHttp(What, AttemptTimeout, MaxAttempts, timeProvider);
        _cache = new(FetchAsync, static credentials => credentials.Expiration, timeProvider);
    }

    /// <summary>The container's credentials; <see langword="null"/> when the environment names no endpoint for any.</summary>
    /// <exception cref="AwsCredentialsException">It names one that must not be asked.</exception>
    public static ContainerCredentials? Find(EnvironmentVariables variables, TimeProvider timeProvider)
    {
        if (variables[RelativeUri] is { } path)
        {
            // Whatever the path is, it cannot name another host.
            return Uri.TryCreate("http://" + EcsHost + "/" + path.TrimStart('/'), UriKind.Absolute, out var agent) && agent.Host == EcsHost
                ? new ContainerCredentials(agent, variables, timeProvider)
                : throw new AwsCredentialsException(RelativeUri + " has to be the path of a URL.");
        }

        if (variables[FullUri] is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && IsAllowed(url)
            ? new ContainerCredentials(url, variables, timeProvider)
            : throw new AwsCredentialsException(
                FullUri + " has to be an absolute URL: https, or http of this machine or of a container agent (169.254.170.2, 169.254.170.23, fd00:ec2::23).");
    }

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public void Invalidate(AwsCredentials rejected) => _cache.TryDrop(held => ReferenceEquals(held, rejected));

    /// <summary>Asks the endpoint for credentials, which are not kept.</summary>
    public async ValueTask<AwsCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var (status, body) = await _http.SendAsync(HttpMethod.Get, _url, await AuthorizationAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        return status == HttpStatusCode.OK
            ? CredentialsDocument.Read(body, What)
            : throw new AwsCredentialsException($"{What} refused: status {(int)status}.");
    }

    private static bool IsAllowed(Uri url) => url.Scheme == Uri.UriSchemeHttps
        || (url.Scheme == Uri.UriSchemeHttp && (IsThisMachine(url) || Array.IndexOf(AgentHosts, url.Host) >= 0));

    // An address, or the name that always means this machine: other names may be made to.
    private static bool IsThisMachine(Uri url) => url.Host == "localhost" || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The token that the endpoint asks for. It is read each time, because files with tokens are rewritten.</summary>
    private async ValueTask<(string Name, string Value)?> AuthorizationAsync(CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = _variables[TokenFile] is { } file ? await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false) : _variables[Token];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsCredentialsException($"The file that {TokenFile} names cannot be read.", exception);
        }

        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        return token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new AwsCredentialsException("The authorization token for the container's credentials has a character that cannot be sent in a header.")
            : ("Authorization", token);
    }
}
