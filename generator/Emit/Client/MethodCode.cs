using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Client;

/// <summary>Writes the expressions of methods that call operations, paginate and wait.</summary>
internal static class MethodCode
{
    /// <summary>Returns the assignments of the initializer that sets a request from the parameters of an overload.</summary>
    public static string Assignments(MethodPlan method) => string.Join(", ", method.Parameters.Select(static p => p.Property + " = " + p.Name));

    /// <summary>Returns the lines of an object initializer.</summary>
    public static string SetProperties(EquatableArray<AssignmentPlan> assignments) =>
        string.Join("\n", assignments.Select(static assignment => assignment.Property + " = " + assignment.Value + ","));

    /// <summary>Returns the type of the pagination token. Several tokens form a tuple.</summary>
    public static string TokenType(PaginatorPlan paginator) => IsOneString(paginator)
        ? "string"
        : "global::System.Tuple<" + string.Join(", ", paginator.Tokens.Select(static t => t.Type + "?")) + ">";

    /// <summary>Returns an expression of <c>page</c> for the token of the next page; its value is null after the last page.</summary>
    public static string NextToken(PaginatorPlan paginator)
    {
        var tokens = paginator.Tokens;
        if (IsOneString(paginator))
        {
            return tokens[0].Next;
        }

        var isGiven = string.Join(" || ", tokens.Select(static (t, i) => t.IsString ? "!string.IsNullOrEmpty(next." + Item(i) + ")" : "next." + Item(i) + " is " + t.Given));
        return "new " + TokenType(paginator) + "(" + string.Join(", ", tokens.Select(static t => t.Next)) + ") is var next\n            && (" + isGiven + ") ? next : null";
    }

    /// <summary>Returns the assignments that set <c>token</c> in the request for the next page.</summary>
    public static string TokenAssignment(PaginatorPlan paginator) => IsOneString(paginator)
        ? paginator.Tokens[0].RequestProperty + " = token"
        : string.Join(", ", paginator.Tokens.Select(static (t, i) => t.RequestProperty + " = token." + Item(i) + t.Value));

    /// <summary>Writes the statements that return the waiter state for a response or an error.</summary>
    public static string Acceptors(EquatableArray<AcceptorPlan> acceptors)
    {
        const string state = CSharpTypes.Wire + "WaiterState.";
        var writer = new SourceWriter();
        foreach (var acceptor in acceptors)
        {
            if (acceptor.Condition == "true")
            {
                return writer.Line("return " + state + acceptor.State + ";").ToString();
            }

            using (writer.Block("if (" + acceptor.Condition + ")"))
            {
                writer.Line("return " + state + acceptor.State + ";");
            }

            writer.Line();
        }

        return writer.Line("return " + state + "Unmatched;").ToString();
    }

    private static bool IsOneString(PaginatorPlan paginator) => paginator.Tokens.Count == 1 && paginator.Tokens[0].IsString;

    private static string Item(int index) => "Item" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
