using System;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Executes the calls of a client. This class alone defines the order of the steps.</summary>
internal sealed partial class AwsPipeline : IOperationSender, IDisposable
{
    private readonly PipelineSettings _settings;
    private readonly EndpointResolver _endpoints;
    private readonly DiscoveredEndpoints? _discoveredEndpoints;
    private readonly IdentityResolver _identities;
    private readonly ServiceClock _clock;
    private readonly AuthErrorRecovery _authErrors;
    private readonly AttemptHeaders _headers;
    private readonly HttpTransport _transport;
    private readonly RetryStrategy _retries;
    private readonly StorageState? _storage;
    private readonly RequestSigner _signer = new();
    private readonly CallPool _calls = new();
    private readonly UrlCache _urls = new();

    public AwsPipeline(PipelineSettings settings)
    {
        _settings = settings;
        _endpoints = new EndpointResolver(settings);
        _discoveredEndpoints = DiscoveredEndpoints.Create(this, settings);
        _identities = new IdentityResolver(settings);
        _clock = new ServiceClock(settings.TimeProvider, settings.Log);
        _authErrors = new AuthErrorRecovery(_clock, _identities);
        _storage = settings.Service.Storage?.CreateState(this, settings.TimeProvider);
        _headers = new AttemptHeaders(settings);
        _transport = new HttpTransport(settings.HttpInvoker, settings.HttpVersion, settings.HttpVersionPolicy);
        _retries = new RetryStrategy(
            ServiceCustomizations.GetRetryProfile(settings.RetryMode, settings.Service.ServiceId),
            settings.MaxAttempts,
            settings.Jitter,
            settings.RetryMode == RetryMode.Adaptive ? new RateLimiter(settings.TimeProvider) : null,
            settings.RetryQuota);
    }

    /// <summary>The remaining retry quota of the client.</summary>
    public int RetryQuota => _retries.Quota;

    /// <summary>Whether requests have checksums where the operation supports them.</summary>
    public bool CalculatesChecksums => _settings.RequestChecksumCalculation == RequestChecksumCalculation.WhenSupported;

    /// <summary>Executes a call: writes the request once, sends it in one or more attempts, and reads the response.</summary>
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest input,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var call = _calls.Rent();
        call.Start(operation, _settings, cancellationToken);
        return SendAsync(operation, input, call);
    }

    public void Dispose()
    {
        _transport.Dispose();
        _calls.Dispose();
    }

    [AsyncMethodBuilder(typeof(PooledTaskMethodBuilder<>))]
    private async Task<TResponse> SendAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest input, Call call)
        where TRequest : class
        where TResponse : AwsResponse
    {
        call.Observer.Start(_settings, _endpoints.Default);
        try
        {
            call.Auth = _identities.Choose(operation);
            Write(operation, input, call);
            if (BodyPreparation.IsNeeded(operation, call.Request))
            {
                await BodyPreparation.PrepareAsync(call, _settings).ConfigureAwait(false);
            }

            await SendAttemptsAsync(call).ConfigureAwait(false);
            var output = Read(operation, call);
            operation.Check(input, output);
            call.Observer.CallSucceeded(output.Metadata);
            return output;
        }
        catch (Exception exception)
        {
            var failure = ErrorFactory.CreateCallError(call, exception, _settings.Timeout);
            await call.StopBodyAsync().ConfigureAwait(false);
            call.Observer.CallFailed(failure);
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

    /// <summary>Sends the request until an attempt succeeds or no retry is possible. Each attempt is signed again.</summary>
    [AsyncMethodBuilder(typeof(PooledValueTaskMethodBuilder))]
    private async ValueTask SendAttemptsAsync(Call call)
    {
        var retryToken = _retries.AcquireInitialToken(call.Deadline.Remaining);
        if (!retryToken.IsGranted)
        {
            throw ErrorFactory.CreateRateLimitError(call, _settings.Timeout);
        }

        while (true)
        {
            if (retryToken.Delay > TimeSpan.Zero)
            {
                await WaitAsync(retryToken, call).ConfigureAwait(false);
            }

            var token = call.BeginAttempt();
            token.ThrowIfCancellationRequested();
            var identity = _endpoints.NeedsIdentity(call.Auth) ? await _identities.GetAsync(call.Auth, token).ConfigureAwait(false) : null;
            var target = (await GetEndpointAsync(call, identity, token).ConfigureAwait(false)).ForRequest(call.Request);
            EndpointResolver.ThrowIfTokenUnencrypted(target, call.Auth);
            identity ??= await _identities.GetAsync(call.Auth, token).ConfigureAwait(false);
            var signing = target.NeedsSession ? await GetSigningIdentityAsync(call, target, identity, token).ConfigureAwait(false) : identity;

            AttemptFailure failure;
            try
            {
                token = call.Deadline.GetAttemptToken(call.AttemptTimeout);
                using var message = call.CreateMessage(_urls.Get(target.Endpoint.Prefix, call.Request));
                _headers.Add(message, call);
                target.AddHeadersTo(message);
                Authenticate(message, call, target, signing);
                call.CountAttempt();
                call.Observer.AttemptStarted(target);
                call.Response = await _transport.SendAsync(message, token).ConfigureAwait(false);
                call.Response.RequestMessage ??= message;
                await call.ReadResponseAsync(_settings.MaxResponseBytes, token).ConfigureAwait(false);
                if (!call.IsError)
                {
                    call.Observer.AttemptSucceeded();
                    _retries.RecordSuccess(call.RetryCost);
                    break;
                }

                failure = ErrorFactory.CreateServiceError(call, _settings.TimeProvider.GetUtcNow());
            }
            catch (ChecksumMismatchException exception)
            {
                failure = ErrorFactory.CreateChecksumError(call, exception);
            }
            catch (Exception exception) when (!call.Deadline.IsOver && ExceptionFilters.IsTransportError(exception))
            {
                failure = ErrorFactory.CreateTransportError(call, exception);
            }

            if (call.Operation.DiscoversEndpoint && _discoveredEndpoints?.TryRemove(failure.Exception, target) == true)
            {
                failure = failure with { Reason = RetryReason.Transient };
            }

            await call.StopBodyAsync().ConfigureAwait(false);
            retryToken = await RecoverAsync(call, failure, target, identity).ConfigureAwait(false);
            call.RetryCost = retryToken.Cost;
        }

        if (!call.Operation.StreamsResponse)
        {
            await call.StopBodyAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Gets the endpoint of an attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="identity">The identity, if the endpoint depends on it. Otherwise, a missing region should be reported before missing credentials.</param>
    /// <param name="cancellationToken">Cancels the search for the endpoint.</param>
    private ValueTask<SigningEndpoint> GetEndpointAsync(Call call, Identity? identity, CancellationToken cancellationToken)
    {
        var endpoint = _endpoints.GetAsync(call.EndpointContext, identity?.Credentials?.AccountId, _storage?.FindRegion(call.EndpointContext), cancellationToken);
        return call.Operation.DiscoversEndpoint && _discoveredEndpoints is not null ? _discoveredEndpoints.GetAsync(endpoint, cancellationToken) : endpoint;
    }

    /// <summary>Adds the signature or the bearer token to the message.</summary>
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

    /// <summary>Decides what follows a failed attempt: an immediate retry with a new signature, a retry after a delay, or the end of the call.</summary>
    /// <returns>The token for the next attempt. If no retry is possible, the method throws the exception of the failure.</returns>
    private async ValueTask<RetryToken> RecoverAsync(Call call, AttemptFailure failure, SigningEndpoint target, Identity identity)
    {
        call.Observer.AttemptFailed(failure.Exception);
        _retries.RecordFailure(failure.Reason);
        if (TryRecoverBucket(call, failure.Exception, target, identity))
        {
            call.Observer.RetryScheduled(failure.Exception, TimeSpan.Zero);
            return new RetryToken(IsGranted: true, Cost: call.RetryCost);
        }

        var authError = _authErrors.Classify(call, failure.Exception, identity);
        if (!call.CanResend || _retries.IsLast(call.Attempt))
        {
            throw failure.Exception;
        }

        if (await _authErrors.CanRetryAsync(authError, call, identity).ConfigureAwait(false))
        {
            // This retry has no cost of its own, but the cost of an earlier retry must still be returned.
            call.Observer.RetryScheduled(failure.Exception, TimeSpan.Zero);
            return new RetryToken(IsGranted: true, Cost: call.RetryCost);
        }

        var isLongPoll = ServiceCustomizations.IsLongPoll(call.Operation.Service.ServiceId, call.Operation.Name);
        var retryToken = _retries.AcquireRetryToken(failure.Reason, call.Attempt, failure.RetryAfter, call.Deadline.Remaining, isLongPoll);
        if (!retryToken.IsGranted)
        {
            await WaitAsync(retryToken, call).ConfigureAwait(false);
            throw failure.Exception;
        }

        call.Observer.RetryScheduled(failure.Exception, retryToken.Delay);
        return retryToken;
    }

    /// <summary>Waits for the delay of a retry token. If the call ends in the meantime, the token is released for other calls.</summary>
    private async ValueTask WaitAsync(RetryToken retryToken, Call call)
    {
        try
        {
            await Task.Delay(retryToken.Delay, _settings.TimeProvider, call.Deadline.GetCallToken()).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _retries.Release(retryToken);
            throw;
        }
    }

    /// <summary>Writes the request of the operation, and completes it as the service requires.</summary>
    private static void Write<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest input, Call call)
        where TRequest : class
        where TResponse : AwsResponse
    {
        operation.Write(input, call.Request);
        operation.Service.Protocol.Complete(call.Request);
        operation.Service.Complete(call.Request);
        call.EndpointContext = operation.GetEndpointContext(input, call.EndpointValues);
    }

    private static TResponse Read<TRequest, TResponse>(Operation<TRequest, TResponse> operation, Call call)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var response = call.Response!;
        var reader = new ResponseReader(response, call.Body.Bytes, call.ResponseStream);
        var output = operation.Read(ref reader);
        if (reader.MustReadAgain(operation.Service.Protocol, out var unreadable))
        {
            output = operation.Read(ref reader);
        }

        if (unreadable > 0)
        {
            call.Observer.MembersOmitted(unreadable);
        }

        var requestId = ResponseHeaders.GetRequestId(response) ?? operation.Service.Protocol.FindRequestId(call.Body.Bytes);
        output.SetMetadata(new ResponseMetadata(response, requestId, call.Attempt));
        if (output is AwsStreamingResponse streaming)
        {
            var events = reader.EventSource;
            events?.Origin = new EventStreamErrorFactory(call);
            var connection = call.DetachConnection();
            events?.Connection = connection;
            streaming.SetConnection(events ?? connection);
        }

        return output;
    }
}
