using System;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace DataZoneGen.Wire;

/// <summary>How AWSSDK.Core's chain is told a profile: by the configuration of a client. Nothing else of it is ever asked.</summary>
internal sealed class SdkProfile : ClientConfig
{
    public SdkProfile(string name)
        : base(defaultConfigurationProvider: null) => Profile = new Profile(name);

    public override string ServiceVersion => "";

    public override string UserAgent => "";

    public override string RegionEndpointServiceName => "";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => throw new NotSupportedException();
}
