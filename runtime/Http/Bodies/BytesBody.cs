using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>A request body in memory. The memory is pooled or belongs to the caller, so it must not be read after the call.</summary>
internal sealed class BytesBody(ReadOnlyMemory<byte> bytes, BodyReading reading) : RequestBody(reading)
{
    public override bool CanResend => true;

    protected override ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken) => target.WriteAsync(bytes, cancellationToken);

    // Reading does not change the bytes, so serializations may overlap.
    protected override ValueTask RestartAsync(BodyReading earlier, CancellationToken cancellationToken) => default;

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
