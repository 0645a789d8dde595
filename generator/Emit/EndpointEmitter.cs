using System.Collections.Generic;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes the endpoint rules as one method of nested conditions.</summary>
internal static class EndpointEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(EndpointUnit unit)
    {
        var name = unit.Context.Names.Endpoints;
        var writer = SourceWriter.File(unit.Context);
        writer.Line("/// <summary>The service's endpoint rules.</summary>");
        using (writer.Generated().Block("internal static class " + name))
        {
            using (writer.Block("public static " + CSharpTypes.Wire + "ResolvedEndpoint Resolve(in " + CSharpTypes.Wire + "EndpointParameters parameters)"))
            {
                foreach (var local in unit.Locals)
                {
                    writer.Line(local.Declaration);
                }

                WriteBody(writer, unit.Rules);
            }

            foreach (var method in unit.Methods)
            {
                using (writer.Separate().Block("private static " + CSharpTypes.Wire + "ResolvedEndpoint " + method.Name + "(" + method.Parameters + ")"))
                {
                    WriteBody(writer, method.Rules);
                }
            }
        }

        yield return (name, writer);
    }

    private static void WriteBody(SourceWriter writer, EquatableArray<EndpointRulePlan> rules)
    {
        if (WriteRules(writer, rules))
        {
            writer.Separate().Line("throw " + CSharpTypes.Wire + "EndpointRules.NoneApplies();");
        }
    }

    /// <summary>Writes the rules in order; answers whether the end of them can be reached.</summary>
    private static bool WriteRules(SourceWriter writer, EquatableArray<EndpointRulePlan> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Condition is null)
            {
                return WriteConsequence(writer.Separate(), rule);
            }

            using (writer.Separate().Block("if (" + rule.Condition + ")"))
            {
                if (WriteConsequence(writer, rule))
                {
                    // A tree whose rules all fail ends in failure: rules after it are not tried.
                    writer.Separate().Line("throw " + CSharpTypes.Wire + "EndpointRules.NoneApplies();");
                }
            }
        }

        return true;
    }

    private static bool WriteConsequence(SourceWriter writer, EndpointRulePlan rule)
    {
        if (rule.Statement is null)
        {
            return WriteRules(writer, rule.Rules);
        }

        writer.Line(rule.Statement);
        return false;
    }
}
