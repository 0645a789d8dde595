using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The EC2 query protocol: requests are forms, and responses are XML.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Ec2QueryProtocol : XmlProtocol
{
    internal override string? FindRequestId(ReadOnlySpan<byte> body) => XmlRequestId.Find(body);
}
