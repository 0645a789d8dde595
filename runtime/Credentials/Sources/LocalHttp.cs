using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// Asks the HTTP endpoints that give out credentials to a container or an instance: without a proxy, redirects, cookies and trace headers, with a short
/// time limit and few attempts.
/// </summary>
/// <param name="what">What is asked, for messages, such as <c>The instance metadata service</c>.</param>
/// <param name="timeout">The longest that one attempt may take.</param>
/// <param name="maxAttempts">How often to ask at most.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class LocalHttp(string what, TimeSpan timeout, int maxAttempts, TimeProvider timeProvider)
{
    // Credentials are some 2 KB.
    private const int MaxResponseBytes = 64 * 1024;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private static readonly Lazy<HttpClient> Http = new(static () => new HttpClient(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    })
    {
        MaxResponseContentBufferSize = MaxResponseBytes,
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <summary>Sends a request until there is an answer other than a failure of the server, and reads its body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="url">The URL.</param>
    /// <param name="header">A header; the value may be secret and must be fit to be sent.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="AwsCredentialsException">There is no such answer.</exception>
    public async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(
        HttpMethod method, Uri url, (string Name, string Value)? header, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Exception? cause = null;
            try
            {
                var (status, body) = await SendOnceAsync(method, url, header, cancellationToken).ConfigureAwait(false);
                if (status < HttpStatusCode.InternalServerError && status != HttpStatusCode.TooManyRequests)
                {
                    return (status, body);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
            {
                cause = exception;
            }

            if (attempt == maxAttempts)
            {
                throw new AwsCredentialsException(cause is null ? what + " failed." : what + " did not answer.", cause);
            }

            await Task.Delay(FirstPause * (1 << (attempt - 1)), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(HttpStatusCode Status, byte[] Body)> SendOnceAsync(
        HttpMethod method, Uri url, (string Name, string Value)? header, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        limit.CancelAfter(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, url);
            if (header is { } added)
            {
                MessageHeaders.Add(request.Headers, added.Name, added.Value);
            }

            using var response = await Http.Value.SendAsync(request, either.Token).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"It took longer than {timeout}.", exception);
        }
    }
}
