namespace DataZoneGen.Generator.Plan.Units;

/// <summary>The name of an element in XML, or of a part of a name in a form, and the namespace that the element declares.</summary>
internal sealed record ElementPlan(string Name, NamespacePlan? Namespace = null);

/// <summary>An XML namespace. The prefix of the default namespace is empty.</summary>
internal sealed record NamespacePlan(string Prefix, string Uri);

/// <summary>The names in a map: of an entry, unless the map is flattened, and of its key and value.</summary>
internal sealed record EntryPlan(string Name, ElementPlan Key, ElementPlan Value);
