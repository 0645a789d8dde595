using System.ComponentModel;
using System.Threading;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Asymmetric Signature Version 4 (SigV4a), for example of multi-region access points. The latest key is cached.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SigV4ASigning : MultiRegionSigning
{
    private SigV4AKey? _latest;

    internal override SigningKey GetKey(AwsCredentials credentials, AmzDate date, string service, string regions)
    {
        var latest = Volatile.Read(ref _latest);
        if (latest?.Matches(credentials, date.Day, service, regions) != true)
        {
            latest = new SigV4AKey(credentials, date.Day, service, regions);
            Volatile.Write(ref _latest, latest);
        }

        return latest;
    }
}
