using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes the methods that walk pages: whole pages, or item by item.</summary>
internal static class PaginatorEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(PaginatorUnit unit)
    {
        var names = unit.Context.Names;
        var writer = SourceWriter.File(unit.Context);
        using (writer.Block(unit.Context.Access + " static partial class " + names.Extensions))
        {
            foreach (var paginator in unit.Paginators)
            {
                WritePages(writer, names.Interface, paginator);
                if (paginator.Items is not null)
                {
                    WriteItems(writer, names.Interface, paginator);
                }
            }
        }

        yield return (names.Extensions + ".Paginators", writer);
    }

    private static void WritePages(SourceWriter writer, string client, PaginatorPlan paginator)
    {
        var method = paginator.Method;
        var (token, next, assignment) = Token(paginator.Tokens);
        WriteDocs(writer, method, "Calls " + method.Operation + " page after page.", "The pages, each asked for when the one before has been used.");
        writer.Line($$"""
            public static {{CSharpTypes.AsyncEnumerable}}<{{method.Response}}> {{method.Operation}}PagesAsync(
                this {{client}} client, {{method.Request}} request, {{CSharpTypes.CancellationToken}} cancellationToken = default)
            {
                {{CSharpTypes.ArgumentNullException}}.ThrowIfNull(client);
                return {{CSharpTypes.Wire}}Pager.PagesAsync<{{method.Request}}, {{method.Response}}, {{token}}>(
                    client.{{method.Operation}}Async,
                    request,
                    static page => {{next}},
                    static (request, token) => request with { {{assignment}} },
                    {{(paginator.HasMore is null ? "" : "static page => " + paginator.HasMore + ",\n        ")}}cancellationToken: cancellationToken);
            }
            """);
    }

    private static void WriteItems(SourceWriter writer, string client, PaginatorPlan paginator)
    {
        var method = paginator.Method;
        WriteDocs(writer, method, "Calls " + method.Operation + " page after page and gives the items of all pages.", "The items, in the service's order.");
        writer.Line($$"""
            public static {{CSharpTypes.AsyncEnumerable}}<{{paginator.ItemType}}> {{method.Operation}}ItemsAsync(
                this {{client}} client, {{method.Request}} request, {{CSharpTypes.CancellationToken}} cancellationToken = default) =>
                {{CSharpTypes.Wire}}Pager.ItemsAsync(
                    client.{{method.Operation}}PagesAsync(request, cancellationToken), static page => {{paginator.Items}}, cancellationToken);
            """);
    }

    private static void WriteDocs(SourceWriter writer, MethodPlan method, string summary, string returns)
    {
        writer.Summary(summary);
        writer.Line("/// <param name=\"client\">The client.</param>");
        writer.Line("/// <param name=\"request\">What to ask; its token, if set, says where to start.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Cancels the call that is under way and asks for no further page.</param>");
        writer.Line("/// <returns>" + returns + "</returns>");
        writer.Line("/// <exception cref=\"" + CSharpTypes.Runtime + "PaginationException\">The service gave the same token twice in a row.</exception>");
        writer.Obsolete(method.Obsolete);
    }

    /// <summary>The token's type, where the next one comes from and where it goes. Several tokens travel as one tuple.</summary>
    private static (string Type, string Next, string Assignment) Token(EquatableArray<TokenPlan> tokens)
    {
        if (tokens.Count == 1 && tokens[0].Type == "string")
        {
            return ("string", tokens[0].Next, tokens[0].RequestProperty + " = token");
        }

        var type = "global::System.Tuple<" + string.Join(", ", tokens.Select(static t => t.Type + "?")) + ">";
        var isGiven = string.Join(" || ", tokens.Select(static (t, i) => t.Type == "string" ? "!string.IsNullOrEmpty(next." + Item(i) + ")" : "next." + Item(i) + " is " + t.Given));
        var next = "new " + type + "(" + string.Join(", ", tokens.Select(static t => t.Next)) + ") is var next\n            && (" + isGiven + ") ? next : null";
        var assignment = string.Join(", ", tokens.Select(static (t, i) => t.RequestProperty + " = token." + Item(i) + t.Value));
        return (type, next, assignment);
    }

    private static string Item(int index) => "Item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
