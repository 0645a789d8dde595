using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Finds operations by the end of the path: <c>/service/{name}/operation/{name}</c>.</summary>
/// <param name="service">The name of the service.</param>
/// <param name="operations">The operations.</param>
internal sealed class RpcPathFinder(string service, IReadOnlyList<FakeOperation> operations) : IOperationFinder
{
    private readonly string _prefix = "/service/" + service + "/operation/";

    public ValueTask<FakeOperation?> FindAsync(FakeRequest request, CancellationToken cancellationToken) => new(Find(request));

    private FakeOperation? Find(FakeRequest request)
    {
        var path = request.Path;
        var slash = path.LastIndexOf('/');
        if (slash < 0 || !path[..(slash + 1)].EndsWith(_prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var name = path[(slash + 1)..];
        foreach (var operation in operations)
        {
            if (name.SequenceEqual(operation.Name) && request.Method == operation.HttpMethod)
            {
                return operation;
            }
        }

        return null;
    }
}
