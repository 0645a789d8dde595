using System;
using System.Collections.Generic;

namespace DataZoneGen.Generator.Plan;

/// <summary>The names that an endpoint rule may refer to. What a rule assigns is known to its own conditions and to the rules below it.</summary>
internal sealed class RuleScope
{
    private readonly Dictionary<string, RuleCode?> _variables;

    private RuleScope(Dictionary<string, RuleCode?> variables) => _variables = variables;

    /// <summary>What the name stands for.</summary>
    /// <exception cref="NotSupportedException">The name is not defined here, or stands for nothing.</exception>
    public RuleCode this[string name] => Find(name) ?? throw new NotSupportedException("'" + name + "' is never set");

    public static RuleScope Create() => new(new(StringComparer.Ordinal));

    public RuleScope Inner() => new(new(_variables, StringComparer.Ordinal));

    /// <summary>What the name stands for; null for a parameter that nothing sets.</summary>
    public RuleCode? Find(string name) =>
        _variables.TryGetValue(name, out var code) ? code : throw new NotSupportedException("'" + name + "' is not defined");

    public void Assign(string name, RuleCode? code) => _variables[name] = code;

    /// <summary>From here on the variable is known to be there, which the compiler sees too.</summary>
    public void IsSet(string name) => _variables[name] = Find(name) is { } code ? code with { IsNullable = false } : null;
}
