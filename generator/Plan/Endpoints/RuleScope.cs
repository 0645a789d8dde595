using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>The variables that are in scope in an endpoint rule. Variables that a rule assigns are in scope in its conditions and nested rules.</summary>
internal sealed class RuleScope
{
    private readonly Dictionary<string, RuleCode> _variables;
    private readonly List<(string Name, string Text)> _uses;

    private RuleScope(Dictionary<string, RuleCode> variables, List<(string Name, string Text)> uses) => (_variables, _uses) = (variables, uses);

    /// <summary>The number of references so far.</summary>
    public int UseCount => _uses.Count;

    /// <summary>Gets the value of a variable.</summary>
    /// <exception cref="NotSupportedException">The variable is not defined.</exception>
    public RuleCode this[string name]
    {
        get
        {
            var code = _variables.TryGetValue(name, out var found) ? found : throw new NotSupportedException("'" + name + "' is not defined");
            _uses.Add((name, code.Text));
            return code;
        }
    }

    public static RuleScope Create() => new(new(StringComparer.Ordinal), []);

    public RuleScope Inner() => new(new(_variables, StringComparer.Ordinal), _uses);

    /// <summary>Returns whether any rule refers to the variable.</summary>
    public bool IsUsed(string name) => _uses.Exists(use => use.Name == name);

    /// <summary>Returns the variables of this scope that were referred to since then, in the order of their first use.</summary>
    public IEnumerable<RuleCode> UsedSince(int useCount)
    {
        var texts = _uses.Skip(useCount).Select(static use => use.Text).Distinct(StringComparer.Ordinal);
        return texts.Select(text => _variables.Values.FirstOrDefault(code => code.Text == text && code.Constant is null)).OfType<RuleCode>();
    }

    public void Assign(string name, RuleCode code) => _variables[name] = code;

    /// <summary>Records that the variable is not null from here on. The C# compiler infers this too, except for booleans, whose type does not change.</summary>
    public void MarkAsSet(string name)
    {
        if (this[name] is { Type: not RuleType.Boolean } code)
        {
            Assign(name, code with { IsNullable = false });
        }
    }
}
