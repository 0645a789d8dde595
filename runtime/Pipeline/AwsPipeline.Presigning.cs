using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <content>Presigned URLs.</content>
internal sealed partial class AwsPipeline
{
    /// <summary>Creates a presigned URL for a request, without sending the request.</summary>
    public async Task<PresignedRequest> PresignAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest input,
        TimeSpan lifetime,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
    {
        using var call = _calls.Rent();
        try
        {
            call.Start(operation, _settings, cancellationToken);
            call.Auth = operation.Auth;
            Write(operation, input, call);
            if (call.Auth != AuthType.SigV4
                || call.Request.EventInput is not null
                || (call.Request.BodyStream is not null && !operation.Service.SendsPayloadHash))
            {
                throw new ArgumentException("Presigned URLs require an operation with Signature Version 4 whose body is not a stream.", nameof(operation));
            }

            await BodyPreparation.PrepareForPresigningAsync(call, _settings).ConfigureAwait(false);
            var token = call.Deadline.GetCallToken();
            token.ThrowIfCancellationRequested();
            var identity = _endpoints.NeedsIdentity(call.Auth) ? await _identities.GetAsync(call.Auth, token).ConfigureAwait(false) : null;
            var target = (await GetEndpointAsync(call, identity, token).ConfigureAwait(false)).ForRequest(call.Request);
            identity ??= await _identities.GetAsync(call.Auth, token).ConfigureAwait(false);
            identity = await GetSigningIdentityAsync(call, target, identity, token).ConfigureAwait(false);
            return _signer.Presign(operation.Method, call.Request, target, identity.Credentials!, _clock.GetUtcNow(), lifetime, call.Scratch);
        }
        catch (Exception exception) when (call.Deadline.IsOver && ExceptionFilters.IsTransportError(exception))
        {
            throw ErrorFactory.CreateCancellationError(call, exception, _settings.Timeout);
        }
    }
}
