using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record StructurePlan(string Name, DocPlan Doc)
{
    public EquatableArray<PropertyPlan> Properties { get; init; }

    public bool IsResponse { get; init; }

    public bool StreamsBody => Properties.Any(static p => p.IsStream);

    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }

    public bool IsReadAsEvent { get; init; }

    public bool IsWrittenAsEvent { get; init; }

    /// <summary>The class that reads and writes the structure; null for requests and responses, which their operation reads and writes.</summary>
    public string? Wire { get; init; }

    /// <summary>Whether the whole structure is sensitive.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether an empty instance is needed as the value of a required member that is missing from a response.</summary>
    public bool NeedsEmpty { get; init; }

    /// <summary>Null if the element is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }

    public bool IsEmpty => Properties.Count == 0;

    /// <summary>Finds the property of a member by its name in the model; null if the structure does not have it.</summary>
    public PropertyPlan? Find(string member) => Properties.FirstOrDefault(p => p.Member == member);

    /// <summary>Whether the compiler's <c>ToString</c> is replaced, because it would show sensitive values or only the types of lists and maps.</summary>
    public bool PrintsMembers => IsSensitive || Properties.Any(static p => p.IsSensitive || p.IsCollection);
}

internal sealed record StructureUnit(UnitContext Context, StructurePlan Structure) : UnitPlan(Context)
{
    public IReadOnlyList<StructurePlan> Records => [Structure];
}
