using System;
using System.Collections.Generic;

namespace DataZoneGen.Generator.Plan;

/// <summary>The names that an endpoint rule may refer to. What a rule assigns is known to its own conditions and to the rules below it.</summary>
internal sealed class RuleScope
{
    private readonly Dictionary<string, RuleCode> _variables;
    private readonly HashSet<string> _used;

    private RuleScope(Dictionary<string, RuleCode> variables, HashSet<string> used) => (_variables, _used) = (variables, used);

    /// <summary>What the name stands for.</summary>
    /// <exception cref="NotSupportedException">The name is not defined here.</exception>
    public RuleCode this[string name]
    {
        get
        {
            _used.Add(name);
            return _variables.TryGetValue(name, out var code) ? code : throw new NotSupportedException("'" + name + "' is not defined");
        }
    }

    public static RuleScope Create() => new(new(StringComparer.Ordinal), new(StringComparer.Ordinal));

    public RuleScope Inner() => new(new(_variables, StringComparer.Ordinal), _used);

    /// <summary>Whether any rule refers to the name.</summary>
    public bool IsUsed(string name) => _used.Contains(name);

    public void Assign(string name, RuleCode code) => _variables[name] = code;

    /// <summary>From here on the variable is known to be there, which the compiler sees too, but for truth values, whose type does not change.</summary>
    public void IsSet(string name)
    {
        if (this[name] is { Type: not RuleType.Boolean } code)
        {
            Assign(name, code with { IsNullable = false });
        }
    }
}
