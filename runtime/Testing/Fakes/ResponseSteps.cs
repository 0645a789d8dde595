using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Testing.Core;

/// <summary>Returns a response.</summary>
internal sealed record ResponseStep<TRequest, TResponse>(TResponse Response) : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken) =>
        new(operation.Write(call, Response));
}

/// <summary>Returns the result of a function.</summary>
internal sealed record FunctionStep<TRequest, TResponse>(Func<TRequest, TResponse> Respond) : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken) =>
        new(operation.Write(call, Respond(request)));
}

/// <summary>Returns the result of an asynchronous function.</summary>
internal sealed record AsyncFunctionStep<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> Respond) : FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    public override async ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken) =>
        operation.Write(call, await Respond(request, cancellationToken).ConfigureAwait(false));
}
