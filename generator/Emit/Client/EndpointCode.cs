using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Client;

/// <summary>Writes endpoint rules as nested conditions.</summary>
internal static class EndpointCode
{
    private const string ThrowNoMatch = "throw " + CSharpTypes.Wire + "EndpointRules.CreateNoMatchException();";

    /// <summary>Writes the statements that evaluate the rules in order.</summary>
    public static string Write(EquatableArray<EndpointRulePlan> rules)
    {
        var writer = new SourceWriter();
        if (WriteRules(writer, rules))
        {
            writer.Separate().Line(ThrowNoMatch);
        }

        return writer.ToString();
    }

    /// <summary>Writes the rules in order. Returns whether the code after them is reachable.</summary>
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
                    // If no rule of a tree applies, the evaluation fails; the rules after the tree are not evaluated.
                    writer.Separate().Line(ThrowNoMatch);
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
