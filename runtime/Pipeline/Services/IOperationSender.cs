using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Executes calls, for a step of another call.</summary>
internal interface IOperationSender
{
    /// <summary>Executes a call.</summary>
    Task<TResponse> SendAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest input, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse;
}
