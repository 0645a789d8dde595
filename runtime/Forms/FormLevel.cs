namespace DataZoneGen.Core;

/// <summary>An object, an array or a map that is being written to a form.</summary>
internal struct FormLevel
{
    /// <summary>The length of the path to its members or items.</summary>
    public int PathLength;

    /// <summary>The length of the path to it.</summary>
    public int NameLength;

    /// <summary>The number of items or entries that have been written.</summary>
    public int Count;

    /// <summary>Whether its name is written without a value if it has no items.</summary>
    public bool WritesEmpty;

    /// <summary>The length of the names of the maps that contain it.</summary>
    public int OuterNames;

    /// <summary>The end of the name of the keys of a map.</summary>
    public int KeyEnd;

    /// <summary>The end of the name of the values of a map.</summary>
    public int ValueEnd;
}
