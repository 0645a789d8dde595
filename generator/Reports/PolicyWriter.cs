using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Reports;

/// <summary>The actions of a service.</summary>
internal sealed record PolicyStatement(string Service, EquatableArray<string> Actions);

/// <summary>Writes an IAM policy document that allows actions on all resources.</summary>
internal static class PolicyWriter
{
    /// <summary>The version of the policy language.</summary>
    private const string LanguageVersion = "2012-10-17";

    public static string Write(IEnumerable<PolicyStatement> statements)
    {
        var writer = new JsonTextWriter();
        writer.Open("{");
        writer.Member("Version", JsonTextWriter.Quote(LanguageVersion));
        writer.Open("Statement", "[");
        foreach (var statement in statements.Where(static statement => statement.Actions.Count > 0))
        {
            writer.Open("{");
            // A statement id has only letters and digits.
            writer.Member("Sid", JsonTextWriter.Quote(string.Concat(statement.Service.Where(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))));
            writer.Member("Effect", "\"Allow\"");
            writer.Open("Action", "[");
            foreach (var action in statement.Actions)
            {
                writer.Item(JsonTextWriter.Quote(action));
            }

            writer.Close("]");
            writer.Member("Resource", "\"*\"");
            writer.Close("}");
        }

        writer.Close("]");
        writer.Close("}");
        return writer.ToString();
    }
}
