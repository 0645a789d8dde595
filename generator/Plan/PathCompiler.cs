using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Plan;

/// <summary>Compiles plain paths to C# property access, checked against the types they walk.</summary>
internal sealed class PathCompiler(IReadOnlyDictionary<string, StructurePlan> structures)
{
    /// <summary>Compiles a path; <paramref name="problem"/> says why it cannot be.</summary>
    public CompiledPath? Compile(StructurePlan root, string variable, string path, out string problem)
    {
        if (MemberPath.Parse(path) is not { } steps)
        {
            problem = "'" + path + "' is more than a plain path";
            return null;
        }

        var compiled = new CompiledPath(null, variable, IsNullable: false, null);
        var owner = root;
        foreach (var step in steps)
        {
            if (owner is null)
            {
                problem = "'" + path + "' asks '" + step.Member + "' of something that has no members";
                return null;
            }

            var property = owner.Properties.FirstOrDefault(p => p.Member == step.Member);
            if (property is null)
            {
                problem = "'" + path + "': " + owner.Name + " has no member '" + step.Member + "'";
                return null;
            }

            compiled = Access(compiled, property);
            if (step.IsProjection)
            {
                if (property.Type is not WireType { Kind: WireKind.List, Element: { } element } list)
                {
                    problem = "'" + path + "': member '" + step.Member + "' is no list";
                    return null;
                }

                compiled = Project(compiled, element, list.IsSparse);
            }

            owner = compiled.Type is WireType { Kind: WireKind.Structure } structure ? structures[structure.CSharp] : null;
        }

        problem = "";
        return compiled;
    }

    private static CompiledPath Access(CompiledPath owner, PropertyPlan property) =>
        owner with
        {
            Expression = owner.Expression + (owner.IsNullable ? "?." : ".") + property.Name,
            IsNullable = owner.IsNullable || property.IsNullable,
            Type = property.Type,
        };

    private static CompiledPath Project(CompiledPath list, TypePlan element, bool isSparse)
    {
        var elements = list.IsNullable ? "(" + list.Expression + " ?? [])" : list.Expression;
        return new CompiledPath(
            list.Source is null ? elements : CSharpTypes.Enumerable + ".SelectMany(" + list.Source + ", static item => " + elements + ")",
            "item",
            isSparse,
            element);
    }
}

/// <summary>
/// A path as C#: an expression for one value, or, when <see cref="Source"/> is set, for a value of each <c>item</c> of it.
/// </summary>
internal sealed record CompiledPath(string? Source, string Expression, bool IsNullable, TypePlan? Type);
