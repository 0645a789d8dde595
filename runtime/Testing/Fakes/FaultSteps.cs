using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Testing.Core;

/// <summary>Fails with an exception.</summary>
internal sealed record ExceptionStep<TRequest, TResponse>(Exception Exception) : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken) =>
        throw Exception;
}

/// <summary>Returns the throttling error of the service.</summary>
internal sealed record ThrottlingStep<TRequest, TResponse>(TimeSpan? RetryAfter) : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken)
    {
        var response = operation.WriteError(call, operation.Service.Protocol.CreateError(FakeRefusal.Throttling, "Rate exceeded"));
        if (RetryAfter is { } delay)
        {
            // The header of HTTP has whole seconds, that of AWS milliseconds.
            if (delay.Ticks % TimeSpan.TicksPerSecond == 0)
            {
                response.AddHeader("Retry-After", ((long)delay.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                response.AddHeader("x-amz-retry-after", ((long)Math.Ceiling(delay.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture));
            }
        }

        return new(response);
    }
}

/// <summary>Returns a status code without a body.</summary>
internal sealed record StatusStep<TRequest, TResponse>(HttpStatusCode StatusCode) : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken)
    {
        var code = ((int)StatusCode).ToString(CultureInfo.InvariantCulture);
        call.Exception = new AwsServiceException { StatusCode = StatusCode, ErrorCode = code, Service = operation.Service.ServiceId, Operation = call.Operation };
        return new(FakeResponse.Empty((int)StatusCode));
    }
}

/// <summary>Never responds.</summary>
internal sealed record SilentStep<TRequest, TResponse> : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override async ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }
}

/// <summary>Resets the connection.</summary>
internal sealed record ResetStep<TRequest, TResponse> : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken)
    {
        var reset = new SocketException((int)SocketError.ConnectionReset);
        throw new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException(reset.Message, reset));
    }
}
