using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Finds operations by the parameters <c>Action</c> and <c>Version</c> of a form.</summary>
internal sealed class ActionFinder : IOperationFinder
{
    private readonly string _version;
    private readonly Dictionary<string, FakeOperation> _operations = new(StringComparer.Ordinal);

    public ActionFinder(string version, IReadOnlyList<FakeOperation> operations)
    {
        _version = version;
        foreach (var operation in operations)
        {
            _operations.Add(operation.Name, operation);
        }
    }

    public async ValueTask<FakeOperation?> FindAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        await request.ReadBodyAsync(streams: false, cancellationToken).ConfigureAwait(false);
        return request.Form.Find("Action"u8) is { } action
            && _operations.TryGetValue(action, out var operation)
            && (request.Form.Find("Version"u8) is not { } version || version == _version)
            ? operation
            : null;
    }
}
