using System;
using System.Collections.Generic;
using System.Globalization;

namespace DataZoneGen.Generator.Plan.Names;

/// <summary>Creates unique names for the variables or parameters of a method.</summary>
/// <param name="reserved">Names that variables must not have.</param>
internal sealed class LocalNames(params string[] reserved)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Returns a name that is derived from the name of a property, with a number if it is already used.</summary>
    public string Take(string pascal)
    {
        var wanted = CSharpNames.Camel(pascal);
        var name = wanted;
        for (var number = 2; Array.IndexOf(reserved, name) >= 0 || !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
