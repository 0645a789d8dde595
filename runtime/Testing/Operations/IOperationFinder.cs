using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Finds the operation of a request, as a protocol names it.</summary>
internal interface IOperationFinder
{
    /// <summary>Returns the operation; <see langword="null"/> if the service has none for the request.</summary>
    /// <exception cref="DataZoneGen.Core.WireFormatException">The operation is named in the body, which cannot be read.</exception>
    ValueTask<FakeOperation?> FindAsync(FakeRequest request, CancellationToken cancellationToken);
}
