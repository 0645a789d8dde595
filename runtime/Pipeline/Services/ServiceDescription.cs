using System;
using System.ComponentModel;
using System.Threading;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The description of a service. Generated code has one for each service.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceDescription
{
    private ServiceTelemetry? _telemetry;

    /// <summary>Initializes a new instance of the <see cref="ServiceDescription"/> class for the protocol restJson1.</summary>
    /// <param name="serviceId">The id of the service, such as <c>DataZone</c>.</param>
    /// <param name="signingName">The service's name in the credential scope.</param>
    /// <param name="apiVersion">The API version of the service, which is a date.</param>
    protected ServiceDescription(string serviceId, string signingName, string apiVersion)
        : this(serviceId, signingName, apiVersion, RestJsonProtocol.Instance)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ServiceDescription"/> class.</summary>
    /// <param name="serviceId">The id of the service, such as <c>DynamoDB</c>.</param>
    /// <param name="signingName">The service's name in the credential scope.</param>
    /// <param name="apiVersion">The API version of the service, which is a date.</param>
    /// <param name="protocol">The protocol of the service.</param>
    protected ServiceDescription(string serviceId, string signingName, string apiVersion, Protocol protocol)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceId);
        ArgumentException.ThrowIfNullOrEmpty(signingName);
        ArgumentNullException.ThrowIfNull(apiVersion);
        ArgumentNullException.ThrowIfNull(protocol);
        ServiceId = serviceId;
        SigningName = signingName;
        ApiVersion = apiVersion;
        Protocol = protocol;
    }

    /// <summary>The id of the service, such as <c>DataZone</c>.</summary>
    public string ServiceId { get; }

    /// <summary>The service's name in the credential scope.</summary>
    public string SigningName { get; }

    /// <summary>The API version of the service, which is a date.</summary>
    public string ApiVersion { get; }

    /// <summary>The protocol of the service.</summary>
    internal Protocol Protocol { get; }

    /// <summary>The telemetry of the service, which all of its clients share.</summary>
    internal ServiceTelemetry Telemetry => Volatile.Read(ref _telemetry) ?? CreateTelemetry();

    /// <summary>Resolves the endpoint by the endpoint rules of the service.</summary>
    /// <param name="parameters">The endpoint parameters.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="EndpointException">No rule matches, or a rule returns an error.</exception>
    protected internal abstract ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters);

    /// <summary>Whether the endpoint rules use the account id of the credentials.</summary>
    protected internal virtual bool UsesAccountId => false;

    /// <summary>Whether the payload hash is a header of every signed request, as S3 requires.</summary>
    protected internal virtual bool SendsPayloadHash => false;

    /// <summary>The signature for several regions, if endpoints of the service can require it; <see langword="null"/> for most services.</summary>
    protected internal virtual MultiRegionSigning? MultiRegionSigning => null;

    /// <summary>What a service for objects in buckets expects beyond its model; <see langword="null"/> for most services.</summary>
    protected internal virtual StorageFeatures? Storage => null;

    /// <summary>Returns how the endpoints of operations with <see cref="Operation.DiscoversEndpoint"/> are found.</summary>
    /// <returns>The operation that returns the endpoints; <see langword="null"/> for most services.</returns>
    protected internal virtual EndpointDiscovery? GetEndpointDiscovery() => null;

    /// <summary>Adds what the service requires in every request, such as headers. Does nothing for most services.</summary>
    /// <param name="request">The request that the operation has written.</param>
    protected internal virtual void Complete(RequestWriter request)
    {
    }

    /// <summary>Creates the exception for an error response: a modeled error, or the base class of the service's errors.</summary>
    /// <param name="error">The reader of the response.</param>
    /// <returns>The exception. The runtime sets its status code, error code and other properties.</returns>
    protected internal abstract AwsServiceException ReadError(ref ErrorReader error);

    private ServiceTelemetry CreateTelemetry() => LazyInitializer.EnsureInitialized(
        ref _telemetry, () => new ServiceTelemetry(ServiceId, Environment.GetEnvironmentVariable(TelemetryNames.OptInVariable)));
}
