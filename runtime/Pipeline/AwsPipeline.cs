using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Carries out the calls of one client.</summary>
internal sealed class AwsPipeline(PipelineSettings settings) : IDisposable
{
    public PipelineSettings Settings => settings;

    public Task<TResponse> SendAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest input, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : AwsResponse
        => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
