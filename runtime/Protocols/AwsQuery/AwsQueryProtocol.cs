using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The AWS query protocol: requests are forms, and responses are XML.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AwsQueryProtocol : XmlProtocol
{
    internal override string? FindRequestId(ReadOnlySpan<byte> body) => XmlRequestId.Find(body);
}
