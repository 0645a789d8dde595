using System.Collections;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The way from a page to a list in it, as paginators write it: names of members with dots between them.</summary>
internal sealed class ResultPath
{
    private readonly List<PropertyPlan> _properties = [];

    public ResultPath(ClientPlan plan, OperationPlan operation, string path)
    {
        IReadOnlyList<PropertyPlan> members = operation.Response.Properties;
        foreach (var name in path.Split('.'))
        {
            if (members.FirstOrDefault(p => p.Member == name) is not { } property)
            {
                return;
            }

            _properties.Add(property);
            members = property.Type is WireType { Kind: WireKind.Structure } structure ? plan.Structure(structure) : [];
        }

        Type = _properties[^1].Type is WireType { Kind: WireKind.List } list ? list : null;
    }

    /// <summary>The list's type; null when the path ends elsewhere.</summary>
    public WireType? Type { get; }

    public bool IsList => Type is not null;

    public IEnumerable<object?> Items(object page)
    {
        var value = page;
        foreach (var property in _properties)
        {
            value = value?.GetType().GetProperty(property.Name)!.GetValue(value);
        }

        return value is IEnumerable items ? items.Cast<object?>() : [];
    }
}
