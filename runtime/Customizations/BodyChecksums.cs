using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The checksums of an operation's bodies. Programs without such operations do not contain the implementation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BodyChecksums
{
    private protected BodyChecksums()
    {
    }

    /// <summary>Adds the checksum to a request, and asks for the one of the response.</summary>
    /// <param name="request">The request that the operation has written.</param>
    /// <param name="settings">The settings of the client.</param>
    internal abstract void Prepare(RequestWriter request, in ChecksumSettings settings);

    /// <summary>Finds the checksum of a response; <see langword="null"/> if it has none, or none that can be compared.</summary>
    /// <param name="request">The request, which says whether the client asked for it.</param>
    /// <param name="response">The response.</param>
    internal abstract ExpectedChecksum? FindExpected(RequestWriter request, HttpResponseMessage response);
}
