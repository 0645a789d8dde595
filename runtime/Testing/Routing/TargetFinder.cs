using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Finds operations by the header with the target.</summary>
internal sealed class TargetFinder : IOperationFinder
{
    private readonly Dictionary<string, FakeOperation> _operations = new(StringComparer.Ordinal);

    public TargetFinder(string prefix, IReadOnlyList<FakeOperation> operations)
    {
        foreach (var operation in operations)
        {
            _operations.Add(prefix + "." + operation.Name, operation);
        }
    }

    public ValueTask<FakeOperation?> FindAsync(FakeRequest request, CancellationToken cancellationToken) =>
        new(request.FindHeader("x-amz-target") is { } target ? _operations.GetValueOrDefault(target) : null);
}
