using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Carries out the calls of one client. The order of things is here, and nowhere else.</summary>
internal sealed partial class AwsPipeline(PipelineSettings settings) : IDisposable
{
    private const int FirstErrorStatus = 300;

    private readonly TargetResolver _targets = new(settings);
    private readonly IAwsCredentialsProvider _credentials = settings.Credentials ?? new DefaultCredentials(settings.Profile, settings.Variables, settings.TimeProvider);
    private readonly CallPool _calls = new();
    private readonly UrlCache _urls = new();
    private readonly RequestSigner _signer = new();
    private readonly HttpTransport _transport = new(settings.HttpInvoker);
    private readonly RetryStrategy _retries =
        new(RetryProfile.Of(settings.RetryMode, settings.Service.ServiceId), settings.MaxAttempts, settings.Jitter);
    private readonly string _userAgent = UserAgent.Of(settings);

    /// <summary>One call: the request is written once, delivered in as many attempts as it takes, and the answer read.</summary>
    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest input,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
    {
        using var call = _calls.Take();
        try
        {
            call.Start(operation, settings, cancellationToken);
            operation.Write(input, call.Request);
            if (BodyPreparation.IsNeeded(operation, call.Request))
            {
                await BodyPreparation.PrepareAsync(operation, call.Request, settings, cancellationToken).ConfigureAwait(false);
            }

            await DeliverAsync(call).ConfigureAwait(false);
            return Read(operation, call);
        }
        catch (Exception exception) when (call.Deadline.IsOver && Failures.IsOfTransport(exception))
        {
            throw Failures.OfEnd(call, exception, settings.Timeout);
        }
        catch (WireFormatException exception)
        {
            throw Failures.OfFormat(call, exception);
        }
    }

    public void Dispose()
    {
        _transport.Dispose();
        _calls.Dispose();
    }

    /// <summary>Sends the request until there is an answer to read, or no use in another attempt. Each attempt is signed anew.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask DeliverAsync(Call call)
    {
        for (;;)
        {
            var token = call.BeginAttempt();
            token.ThrowIfCancellationRequested();
            var target = (await _targets.GetAsync(token).ConfigureAwait(false)).For(call.Request);
            var credentials = call.Operation.Auth == AuthType.SigV4 ? await _credentials.GetCredentialsAsync(token).ConfigureAwait(false) : null;
            var bearer = call.Operation.Auth == AuthType.Bearer ? await GetTokenAsync(token).ConfigureAwait(false) : null;

            Failure failure;
            try
            {
                token = call.Deadline.ForAttempt(call.Operation.SendsEvents ? Timeout.InfiniteTimeSpan : settings.AttemptTimeout);
                using var message = call.CreateMessage(_urls.Get(target.Endpoint.Prefix, call.Request));
                message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
                if (credentials is not null)
                {
                    _signer.Sign(message, call.Request, target, credentials, settings.TimeProvider.GetUtcNow(), call.Scratch);
                    if (call.Operation is { SendsEvents: true, IsPayloadUnsigned: false })
                    {
                        EventSigner.Attach(message, target, credentials, settings.TimeProvider);
                    }
                }
                else if (bearer is not null)
                {
                    message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
                }

                call.Response = await _transport.SendAsync(message, token).ConfigureAwait(false);
                var isError = (int)call.Response.StatusCode >= FirstErrorStatus;
                if (isError || !call.Operation.StreamsResponse)
                {
                    await call.Body.ReadAsync(call.Response.Content, settings.MaxResponseBytes, cut: isError, token).ConfigureAwait(false);
                }

                if (!isError)
                {
                    _retries.Succeeded(call.RetryCost);
                    return;
                }

                failure = Failures.OfService(call);
            }
            catch (Exception exception) when (!call.Deadline.IsOver && Failures.IsOfTransport(exception))
            {
                failure = Failures.OfTransport(call, exception);
            }

            if (!call.Request.CanSendAgain
                || !_retries.TryRetry(failure.Cause, call.Attempt, failure.RetryAfter, call.Deadline.Remaining, out var delay, out var cost))
            {
                throw failure.Exception;
            }

            call.RetryCost = cost;
            await Task.Delay(delay, settings.TimeProvider, call.Deadline.ForCall()).ConfigureAwait(false);
        }
    }

    private ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) =>
        settings.TokenProvider?.GetTokenAsync(cancellationToken)
        ?? throw new AwsCredentialsException("No bearer token: set options.TokenProvider.");

    private static TResponse Read<TRequest, TResponse>(Operation<TRequest, TResponse> operation, Call call)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var response = call.Response!;
        var reader = new ResponseReader(response, call.Body.Bytes);
        var output = operation.Read(ref reader);
        if (!reader.Json.IsUntouched)
        {
            reader.Json.End();
        }

        output.SetMetadata(new ResponseMetadata(response, ResponseHeaders.RequestId(response), call.Attempt));
        if (output is AwsStreamingResponse streaming)
        {
            reader.EventSource?.Origin = new StreamOrigin(call);
            streaming.SetConnection(reader.EventSource ?? (IDisposable)response);
            call.TakeResponse();
        }

        return output;
    }
}
