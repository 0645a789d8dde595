using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <content>The same way as far as the signature: nothing is sent.</content>
internal sealed partial class AwsPipeline
{
    /// <summary>Writes a request and signs it into a URL.</summary>
    public async Task<PresignedRequest> PresignAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest input,
        TimeSpan lifetime,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
    {
        using var call = _calls.Take();
        try
        {
            call.Start(operation, _settings, cancellationToken);
            call.Auth = operation.Auth;
            Write(operation, input, call);
            if (call.Auth != AuthType.SigV4 || call.Request.BodyStream is not null || call.Request.EventInput is not null)
            {
                throw new ArgumentException("Only requests that are signed, and whose body is known beforehand, can be put into a URL.", nameof(operation));
            }

            await BodyPreparation.PrepareAsync(call, _settings).ConfigureAwait(false);
            var token = call.Deadline.ForCall();
            token.ThrowIfCancellationRequested();
            var target = (await _targets.GetAsync(call, token).ConfigureAwait(false)).For(call.Request);
            var identity = await _identities.GetAsync(call.Auth, token).ConfigureAwait(false);
            return _signer.Presign(operation.Method, call.Request, target, identity.Credentials!, _clock.GetUtcNow(), lifetime, call.Scratch);
        }
        catch (Exception exception) when (call.Deadline.IsOver && ExceptionFilters.IsTransportError(exception))
        {
            throw ErrorFactory.CreateEndOfCallError(call, exception, _settings.Timeout);
        }
    }
}
