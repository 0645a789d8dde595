using System;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Carries out the calls of one client. The order of things is here, and nowhere else.</summary>
internal sealed partial class AwsPipeline : IDisposable
{
    private readonly PipelineSettings _settings;
    private readonly EndpointResolver _targets;
    private readonly IdentityResolver _identities;
    private readonly ServiceClock _clock;
    private readonly AuthErrorRecovery _refusals;
    private readonly AttemptHeaders _headers;
    private readonly HttpTransport _transport;
    private readonly RetryStrategy _retries;
    private readonly RequestSigner _signer = new();
    private readonly CallPool _calls = new();
    private readonly UrlCache _urls = new();

    public AwsPipeline(PipelineSettings settings)
    {
        _settings = settings;
        _targets = new EndpointResolver(settings);
        _identities = new IdentityResolver(settings);
        _clock = new ServiceClock(settings.TimeProvider, settings.Log);
        _refusals = new AuthErrorRecovery(_clock, _identities);
        _headers = new AttemptHeaders(settings);
        _transport = new HttpTransport(settings.HttpInvoker, settings.HttpVersion, settings.HttpVersionPolicy);
        _retries = new RetryStrategy(
            ServiceCustomizations.GetRetryProfile(settings.RetryMode, settings.Service.ServiceId),
            settings.MaxAttempts,
            settings.Jitter,
            settings.RetryMode == RetryMode.Adaptive ? new RateLimiter(settings.TimeProvider) : null,
            settings.RetryQuota);
    }

    /// <summary>What the client has left for retries.</summary>
    public int RetryQuota => _retries.Quota;

    /// <summary>One call: the request is written once, delivered in as many attempts as it takes, and the answer read.</summary>
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest input,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var call = _calls.Take();
        call.Start(operation, _settings, cancellationToken);
        return SendAsync(operation, input, call);
    }

    public void Dispose()
    {
        _transport.Dispose();
        _calls.Dispose();
    }

    private async Task<TResponse> SendAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest input, Call call)
        where TRequest : class
        where TResponse : AwsResponse
    {
        call.Observer.Start(_settings, _targets.Usual);
        try
        {
            call.Auth = _identities.Choose(operation);
            Write(operation, input, call);
            if (BodyPreparation.IsNeeded(operation, call.Request))
            {
                await BodyPreparation.PrepareAsync(call, _settings).ConfigureAwait(false);
            }

            await DeliverAsync(call).ConfigureAwait(false);
            var output = Read(operation, call);
            call.Observer.Succeeded(output.Metadata);
            return output;
        }
        catch (Exception exception)
        {
            var failure = ErrorFactory.CreateCallError(call, exception, _settings.Timeout);
            await call.StopBodyAsync().ConfigureAwait(false);
            call.Observer.Failed(failure);
            if (failure == exception)
            {
                throw;
            }

            throw failure;
        }
        finally
        {
            call.Dispose();
        }
    }

    /// <summary>Sends the request until there is an answer to read, or no use in another attempt. Each attempt is signed anew.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask DeliverAsync(Call call)
    {
        var permit = _retries.AcquireInitialToken(call.Deadline.Remaining);
        if (!permit.IsGranted)
        {
            throw ErrorFactory.CreateRateLimitError(call, _settings.Timeout);
        }

        for (;;)
        {
            if (permit.Delay > TimeSpan.Zero)
            {
                await WaitAsync(permit, call).ConfigureAwait(false);
            }

            var token = call.BeginAttempt();
            token.ThrowIfCancellationRequested();
            var target = (await _targets.GetAsync(call, token).ConfigureAwait(false)).For(call.Request);
            EndpointResolver.ThrowIfExposed(target, call.Auth);
            var identity = await _identities.GetAsync(call.Auth, token).ConfigureAwait(false);

            AttemptFailure failure;
            try
            {
                token = call.Deadline.ForAttempt(call.AttemptTimeout);
                using var message = call.CreateMessage(_urls.Get(target.Endpoint.Prefix, call.Request));
                _headers.Add(message, call);
                target.AddHeadersTo(message);
                Authenticate(message, call, target, identity);
                call.CountAttempt();
                call.Observer.Sending(target);
                call.Response = await _transport.SendAsync(message, token).ConfigureAwait(false);
                call.Response.RequestMessage ??= message;
                await call.ReadResponseAsync(_settings.MaxResponseBytes, token).ConfigureAwait(false);
                if (!call.IsError)
                {
                    call.Observer.AttemptSucceeded();
                    _retries.Succeeded(call.RetryCost);
                    break;
                }

                failure = ErrorFactory.CreateServiceError(call, _settings.TimeProvider.GetUtcNow());
            }
            catch (Exception exception) when (!call.Deadline.IsOver && ExceptionFilters.IsTransportError(exception))
            {
                failure = ErrorFactory.CreateTransportError(call, exception);
            }

            await call.StopBodyAsync().ConfigureAwait(false);
            permit = await RecoverAsync(call, failure, identity).ConfigureAwait(false);
            call.RetryCost = permit.Cost;
        }

        if (!call.Operation.StreamsResponse)
        {
            await call.StopBodyAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Proves who sends the message, as the operation asks for it.</summary>
    private void Authenticate(HttpRequestMessage message, Call call, SigningEndpoint target, Identity identity)
    {
        if (identity.Credentials is { } credentials)
        {
            call.UsedOffset = _clock.Offset;
            _signer.Sign(message, call.Request, target, credentials, _clock.GetUtcNow(), call.Scratch);
            if (call.Operation is { SendsEvents: true, IsPayloadUnsigned: false })
            {
                EventSigner.Attach(message, target, credentials, _clock);
            }
        }
        else if (identity.Token is { } token)
        {
            SigningPolicy.ThrowIfAuthorized(call.Request.Headers);
            MessageHeaders.Add(message.Headers, "Authorization", "Bearer " + token);
        }
    }

    /// <summary>Decides what follows a failed attempt: another one at once, signed better; another one after a wait; or the end of the call.</summary>
    /// <returns>The permit for another attempt. When there is none, the failure is thrown.</returns>
    private async ValueTask<RetryToken> RecoverAsync(Call call, AttemptFailure failure, Identity identity)
    {
        call.Observer.AttemptFailed(failure.Exception);
        _retries.Failed(failure.Cause);
        var refusal = _refusals.Classify(call, failure.Exception, identity);
        if (!call.CanSendAgain || _retries.IsLast(call.Attempt))
        {
            throw failure.Exception;
        }

        if (await _refusals.CanRetryAsync(refusal, call, identity).ConfigureAwait(false))
        {
            // It costs nothing, and what an earlier retry took is still to be returned.
            call.Observer.Retrying(failure.Exception, TimeSpan.Zero);
            return new RetryToken(IsGranted: true, Cost: call.RetryCost);
        }

        var isLongPoll = ServiceCustomizations.IsLongPoll(call.Operation.Service.ServiceId, call.Operation.Name);
        var permit = _retries.AcquireRetryToken(failure.Cause, call.Attempt, failure.RetryAfter, call.Deadline.Remaining, isLongPoll);
        if (!permit.IsGranted)
        {
            await WaitAsync(permit, call).ConfigureAwait(false);
            throw failure.Exception;
        }

        call.Observer.Retrying(failure.Exception, permit.Delay);
        return permit;
    }

    /// <summary>Waits as a permit says. A call that ends meanwhile leaves its place in the queue to others.</summary>
    private async ValueTask WaitAsync(RetryToken permit, Call call)
    {
        try
        {
            await Task.Delay(permit.Delay, _settings.TimeProvider, call.Deadline.ForCall()).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _retries.Release(permit);
            throw;
        }
    }

    /// <summary>Takes down all that the input says, and what the service wants besides.</summary>
    private static void Write<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest input, Call call)
        where TRequest : class
        where TResponse : AwsResponse
    {
        operation.Write(input, call.Request);
        operation.Service.Complete(call.Request);
        call.EndpointContext = operation.GetEndpointContext(input);
    }

    private static TResponse Read<TRequest, TResponse>(Operation<TRequest, TResponse> operation, Call call)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var response = call.Response!;
        var reader = new ResponseReader(response, call.Body.Bytes, call.ResponseStream);
        var output = operation.Read(ref reader);
        if (reader.MustReadAgain(out var unreadable))
        {
            output = operation.Read(ref reader);
        }

        if (unreadable > 0)
        {
            call.Observer.Omitted(unreadable);
        }

        output.SetMetadata(new ResponseMetadata(response, call.Attempt));
        if (output is AwsStreamingResponse streaming)
        {
            var events = reader.EventSource;
            events?.Origin = new EventStreamErrorFactory(call);
            var connection = call.TakeConnection();
            events?.Connection = connection;
            streaming.SetConnection(events ?? connection);
        }

        return output;
    }
}
