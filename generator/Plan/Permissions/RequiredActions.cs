using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan.Permissions;

/// <summary>Finds the IAM actions that operations require. No model contains them, so the result is best effort: <see cref="ActionTable"/> has the exceptions.</summary>
internal static class RequiredActions
{
    /// <summary>Returns the actions of the operations, sorted, each once. Operations that IAM does not authorize have none.</summary>
    public static EquatableArray<string> Get(ServiceMetadata metadata, IEnumerable<OperationModel> operations) => operations
        .Where(operation => Authentication.Choose(operation, metadata) == AuthKind.SigV4)
        .SelectMany(operation => Get(metadata, operation))
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static action => action, StringComparer.Ordinal)
        .ToEquatableArray();

    private static IEnumerable<string> Get(ServiceMetadata metadata, OperationModel operation)
    {
        var prefix = ActionTable.FindPrefix(metadata.ServiceId) ?? metadata.SigningName ?? metadata.EndpointPrefix ?? metadata.ServiceId;
        var names = ActionTable.IsNamedByMethod(metadata.ServiceId) ? [operation.Method]
            : ActionTable.Find(metadata.ServiceId, operation.Name) ?? [operation.Name];
        return names.Select(name => name.IndexOf(':') < 0 ? prefix + ":" + name : name);
    }
}
