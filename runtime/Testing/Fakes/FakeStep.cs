using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Testing.Core;

/// <summary>A step of a handler: what happens to a request.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
internal abstract record FakeStep<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    /// <summary>The number of requests that take the step; <see langword="null"/> for one, or all if the step is the last.</summary>
    public int? Count { get; init; }

    /// <summary>The delay before the response.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What happens to the body of the response.</summary>
    public BodyFault Body { get; init; }

    /// <summary>Creates the response.</summary>
    /// <param name="operation">Writes the response.</param>
    /// <param name="call">The call, whose result the method sets.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Canceled when the client cancels the request.</param>
    public abstract ValueTask<FakeResponse> RespondAsync(
        OperationHandlers<TRequest, TResponse> operation, FakeCall call, TRequest request, CancellationToken cancellationToken);
}
