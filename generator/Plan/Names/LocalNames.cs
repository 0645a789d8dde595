using System;
using System.Collections.Generic;
using System.Globalization;

namespace DataZoneGen.Generator.Plan.Names;

/// <summary>Gives the variables or parameters of one method names that differ from each other and from those that the method has already.</summary>
internal sealed class LocalNames(params string[] taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>A name made from that of a property; a number tells a second one apart.</summary>
    public string Take(string pascal)
    {
        var wanted = CSharpNames.Camel(pascal);
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
