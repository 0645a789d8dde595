using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// Calls the HTTP endpoints that provide the credentials of a container or an instance: without proxies, redirects, cookies and trace headers, and with a
/// short timeout and few attempts.
/// </summary>
/// <param name="sourceName">The name of the endpoint for messages, such as <c>The instance metadata service</c>.</param>
/// <param name="timeout">The maximum duration of one attempt.</param>
/// <param name="maxAttempts">The maximum number of attempts.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class LocalHttp(string sourceName, TimeSpan timeout, int maxAttempts, TimeProvider timeProvider)
{
    // Credentials have some 2 KB.
    private const int MaxResponseBytes = 64 * 1024;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);

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

    /// <summary>Sends a request, retries server errors, and reads the response.</summary>
    /// <param name="method">The method.</param>
    /// <param name="url">The URL.</param>
    /// <param name="header">A header, whose value may be secret and must be valid.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AwsCredentialsException">All attempts failed.</exception>
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
                throw new AwsCredentialsException(cause is null ? sourceName + " failed." : sourceName + " did not respond.", cause);
            }

            await Task.Delay(FirstDelay * (1 << (attempt - 1)), timeProvider, cancellationToken).ConfigureAwait(false);
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
            throw new TimeoutException($"The attempt took longer than {timeout}.", exception);
        }
    }
}
