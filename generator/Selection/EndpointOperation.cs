using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>
/// The operation that returns the endpoints of others. It is generated with each operation whose endpoint must be discovered, because the client calls it.
/// </summary>
internal static class EndpointOperation
{
    /// <summary>The members that the definition of endpoint discovery requires.</summary>
    public const string Endpoints = "Endpoints";

    /// <inheritdoc cref="Endpoints"/>
    public const string Address = "Address";

    /// <inheritdoc cref="Endpoints"/>
    public const string CachePeriod = "CachePeriodInMinutes";

    /// <summary>Finds the operation; null if the service has none that clients can call.</summary>
    /// <param name="service">The service.</param>
    /// <param name="shapes">The shapes of the service.</param>
    /// <param name="unsupported">Why operations whose endpoint must be discovered are not supported; null if they are.</param>
    public static OperationModel? Find(ServiceModel service, ShapeTable shapes, out string? unsupported)
    {
        var found = service.Operations.FirstOrDefault(static operation => operation.IsEndpointOperation);
        unsupported = found is null ? "its endpoint must be discovered, and no operation of the model returns endpoints"
            : !ReturnsEndpoints(found, shapes) ? "its endpoint must be discovered, and operation '" + found.Name + "' does not return addresses with a cache period"
            : RequiresInput(found, shapes) ? "its endpoint must be discovered, and operation '" + found.Name + "' requires an input"
            : null;
        return unsupported is null ? found : null;
    }

    /// <summary>Returns why the endpoint of an operation cannot be discovered; null if it can.</summary>
    public static string? GetUnsupportedReason(IReadOnlyDictionary<string, Shape> shapes) =>
        shapes.Values.OrderBy(static shape => shape.Name, System.StringComparer.Ordinal)
            .SelectMany(static shape => shape.Members)
            .FirstOrDefault(static member => member.IsEndpointDiscoveryId) is { } id
            ? "its endpoint must be discovered for each value of member '" + id.Name + "', which is not supported"
            : null;

    private static bool ReturnsEndpoints(OperationModel operation, ShapeTable shapes)
    {
        var list = FindMember(operation.Output, Endpoints, shapes);
        var item = list is { Kind: ShapeKind.List, IsSparse: false, Element: { } element } ? element.Shape : null;
        return FindMember(item, Address, shapes) is { Kind: ShapeKind.String, EnumValues.Count: 0 }
            && FindMember(item, CachePeriod, shapes)?.Kind is ShapeKind.Long or ShapeKind.Integer;
    }

    private static bool RequiresInput(OperationModel operation, ShapeTable shapes) =>
        operation.Input is { } input && shapes.Find(input)?.Members.Any(static member => member.IsRequired) == true;

    private static Shape? FindMember(string? structure, string name, ShapeTable shapes) =>
        structure is not null && shapes.Find(structure)?.Members.FirstOrDefault(member => member.Name == name) is { } found ? shapes.Find(found.Shape) : null;
}
