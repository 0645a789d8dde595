namespace DataZoneGen.Testing.Core;

/// <summary>The parameters of an object, a list or a value, which are neighbors.</summary>
/// <param name="Start">The index of the first parameter that has not been read.</param>
/// <param name="End">The index after the last parameter.</param>
/// <param name="NameLength">The length of the name that they have in common; 0 for the root.</param>
internal readonly record struct FormRange(int Start, int End, int NameLength)
{
    /// <summary>Where the names of the members start.</summary>
    public int ChildStart => NameLength == 0 ? 0 : NameLength + 1;
}
