using System;
using System.ComponentModel;
using System.Threading;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>What the runtime must know of a service. Generated code has one for each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceDescription
{
    private ServiceTelemetry? _telemetry;

    /// <summary>Takes down the service's names.</summary>
    /// <param name="serviceId">The service's id, such as <c>DataZone</c>.</param>
    /// <param name="signingName">The service's name in the credential scope.</param>
    /// <param name="apiVersion">The version of its interface, a date.</param>
    protected ServiceDescription(string serviceId, string signingName, string apiVersion)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceId);
        ArgumentException.ThrowIfNullOrEmpty(signingName);
        ArgumentNullException.ThrowIfNull(apiVersion);
        ServiceId = serviceId;
        SigningName = signingName;
        ApiVersion = apiVersion;
    }

    /// <summary>The service's id, such as <c>DataZone</c>.</summary>
    public string ServiceId { get; }

    /// <summary>The service's name in the credential scope.</summary>
    public string SigningName { get; }

    /// <summary>The version of its interface, a date.</summary>
    public string ApiVersion { get; }

    /// <summary>Where calls to the service can be watched, by whichever client they are made.</summary>
    internal ServiceTelemetry Telemetry => Volatile.Read(ref _telemetry) ?? CreateTelemetry();

    /// <summary>Where the service is, by its endpoint rules.</summary>
    /// <param name="parameters">The client's settings.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="EndpointException">The rules know none for these settings.</exception>
    protected internal abstract ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters);

    /// <summary>Adds what the service wants of every request and no operation has in its input; nothing for most services.</summary>
    /// <param name="request">The request, as the operation wrote it.</param>
    protected internal virtual void Complete(RequestWriter request)
    {
    }

    /// <summary>Makes the exception for an error response: one of the service's own, or its base class.</summary>
    /// <param name="error">The response.</param>
    /// <returns>The exception; the runtime fills in status, code and the like.</returns>
    protected internal abstract AwsServiceException ReadError(ref ErrorReader error);

    private ServiceTelemetry CreateTelemetry() => LazyInitializer.EnsureInitialized(
        ref _telemetry, () => new ServiceTelemetry(ServiceId, Environment.GetEnvironmentVariable(TelemetryNames.OptInVariable)));
}
