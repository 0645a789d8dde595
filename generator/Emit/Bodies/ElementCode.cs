using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bodies;

/// <summary>Writes what XML and forms need beyond the names of members: the names of items and entries, and namespaces.</summary>
internal static class ElementCode
{
    /// <summary>Returns the arguments of a method that starts an array: the name of its items, if they have one.</summary>
    public static string ArrayArguments(CollectionPlan list) => list.Item is null ? "" : Arguments(list.Item);

    /// <summary>Returns the arguments of a method that starts a map. Namespaces are given only if the key or the value has one.</summary>
    public static string MapArguments(EntryPlan entry) => Literals.Utf8(entry.Name) + ", " + (entry.Key.Namespace is null && entry.Value.Namespace is null
        ? Literals.Utf8(entry.Key.Name) + ", " + Literals.Utf8(entry.Value.Name)
        : ArgumentsWithNamespace(entry.Key) + ", " + ArgumentsWithNamespace(entry.Value));

    /// <summary>Returns the arguments of a method that sets the name of an element, with the namespace, if it has one.</summary>
    public static string Arguments(ElementPlan element) => element.Namespace is null ? Literals.Utf8(element.Name) : ArgumentsWithNamespace(element);

    private static string ArgumentsWithNamespace(ElementPlan element) =>
        Literals.Utf8(element.Name) + ", " + Literals.Utf8(element.Namespace?.Prefix ?? "") + ", " + Literals.Utf8(element.Namespace?.Uri ?? "");
}
