using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Client;

/// <summary>Writes endpoint rules as nested conditions.</summary>
internal static class EndpointCode
{
    private const string NoneApplies = "throw " + CSharpTypes.Wire + "EndpointRules.NoneApplies();";

    /// <summary>The statements that try the rules in order.</summary>
    public static string Write(EquatableArray<EndpointRulePlan> rules)
    {
        var writer = new SourceWriter();
        if (WriteRules(writer, rules))
        {
            writer.Separate().Line(NoneApplies);
        }

        return writer.ToString();
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
                    writer.Separate().Line(NoneApplies);
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
