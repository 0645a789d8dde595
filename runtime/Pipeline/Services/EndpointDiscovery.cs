using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>An endpoint that a service assigns at run time.</summary>
/// <param name="address">A host name, or a URL.</param>
/// <param name="cachePeriodInMinutes">How long the endpoint can be used, in minutes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DiscoveredEndpoint(string address, long cachePeriodInMinutes)
{
    /// <summary>A host name, or a URL.</summary>
    public string Address { get; } = address;

    /// <summary>How long the endpoint can be used, in minutes.</summary>
    public long CachePeriodInMinutes { get; } = cachePeriodInMinutes;
}

/// <summary>The discovery of endpoints that a service assigns at run time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EndpointDiscovery
{
    private protected EndpointDiscovery()
    {
    }

    /// <summary>Calls the service.</summary>
    /// <returns>The endpoint; <see langword="null"/> if the service returned none.</returns>
    internal abstract Task<DiscoveredEndpoint?> CallAsync(IOperationSender sender, CancellationToken cancellationToken);
}

/// <summary>The discovery of endpoints with an operation of the service.</summary>
/// <typeparam name="TRequest">The type of the operation's request.</typeparam>
/// <typeparam name="TResponse">The type of the operation's response.</typeparam>
/// <param name="operation">The operation.</param>
/// <param name="request">The request.</param>
/// <param name="read">Returns the first endpoint of a response; <see langword="null"/> if there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointDiscovery<TRequest, TResponse>(
    Operation<TRequest, TResponse> operation, TRequest request, Func<TResponse, DiscoveredEndpoint?> read) : EndpointDiscovery
    where TRequest : class
    where TResponse : AwsResponse
{
    internal override async Task<DiscoveredEndpoint?> CallAsync(IOperationSender sender, CancellationToken cancellationToken) =>
        read(await sender.SendAsync(operation, request, cancellationToken).ConfigureAwait(false));
}
