using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A body in memory. The memory is used again, or is the caller's, so nobody may read it once the call has returned.</summary>
internal sealed class BytesBody(ReadOnlyMemory<byte> bytes, BodyReading reading) : RequestBody(reading)
{
    public override bool CanSendAgain => true;

    protected override ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken) => target.WriteAsync(bytes, cancellationToken);

    // Bytes do not change by being read, so readings may overlap.
    protected override ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken) => default;

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
