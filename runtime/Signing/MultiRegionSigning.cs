using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Signatures that are valid in several regions. Programs without such services do not contain the implementation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MultiRegionSigning
{
    private protected MultiRegionSigning()
    {
    }

    /// <summary>Gets the signing key.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="date">The time of the signature.</param>
    /// <param name="service">The signing name of the service.</param>
    /// <param name="regions">The regions in which the signature is valid.</param>
    internal abstract SigningKey GetKey(AwsCredentials credentials, AmzDate date, string service, string regions);
}
