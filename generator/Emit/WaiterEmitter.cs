using System.Collections.Generic;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes waiters: a class with the conditions, and the method that callers use.</summary>
internal static class WaiterEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(WaiterUnit unit)
    {
        var waiter = unit.Waiter;
        var maxDelay = waiter.MaxDelay is { } longest ? $", {CSharpTypes.TimeSpan}.FromSeconds({longest})" : "";
        var writer = SourceWriter.File(unit.Context);
        using (writer.Generated().Block("internal sealed class " + waiter.Type + " : " + CSharpTypes.Wire + "Waiter<" + waiter.Method.Request + ", " + waiter.Method.Response + ">"))
        {
            writer.Line($$"""
                public static readonly {{waiter.Type}} Instance = new();

                private {{waiter.Type}}()
                    : base({{Literals.String(waiter.Name)}}, {{CSharpTypes.TimeSpan}}.FromSeconds({{waiter.Delay}}), {{waiter.MaxAttempts}}{{maxDelay}})
                {
                }
                """);
            writer.Line();
            WriteConditions(writer, "OnResponse(" + waiter.Method.Response + " response)", waiter.ResponseAcceptors);
            if (waiter.ErrorAcceptors.Count > 0)
            {
                writer.Line();
                WriteConditions(writer, "OnError(" + CSharpTypes.Runtime + "AwsServiceException error)", waiter.ErrorAcceptors);
            }
        }

        yield return (waiter.Type + ".Wire", writer);
    }

    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(WaiterMethodsUnit unit)
    {
        var names = unit.Context.Names;
        var writer = SourceWriter.File(unit.Context);
        using (writer.Block(unit.Context.Access + " static partial class " + names.Extensions))
        {
            foreach (var waiter in unit.Waiters)
            {
                WriteMethod(writer, names.Interface, waiter);
            }
        }

        yield return (names.Extensions + ".Waiters", writer);
    }

    private static void WriteConditions(SourceWriter writer, string signature, EquatableArray<AcceptorPlan> acceptors)
    {
        var state = CSharpTypes.Wire + "WaiterState.";
        using (writer.Block("protected override " + CSharpTypes.Wire + "WaiterState " + signature))
        {
            foreach (var acceptor in acceptors)
            {
                if (acceptor.Condition == "true")
                {
                    writer.Line("return " + state + acceptor.State + ";");
                    return;
                }

                using (writer.Block("if (" + acceptor.Condition + ")"))
                {
                    writer.Line("return " + state + acceptor.State + ";");
                }

                writer.Line();
            }

            writer.Line("return " + state + "Unmatched;");
        }
    }

    private static void WriteMethod(SourceWriter writer, string client, WaiterPlan waiter)
    {
        var method = waiter.Method;
        var maybe = waiter.SucceedsOnError ? "?" : "";
        var wait = waiter.SucceedsOnError ? "WaitOrDefaultAsync" : "WaitAsync";
        WriteDocs(writer, waiter);
        writer.Line("/// <param name=\"request\">What to ask " + method.Operation + ".</param>");
        WriteCommonDocs(writer, waiter);
        writer.Line($$"""
            public static {{CSharpTypes.Task}}<{{method.Response}}{{maybe}}> WaitUntil{{waiter.Name}}Async(
                this {{client}} client,
                {{method.Request}} request,
                {{CSharpTypes.Runtime}}WaiterOptions<{{method.Response}}>? options = null,
                {{CSharpTypes.CancellationToken}} cancellationToken = default)
            {
                {{CSharpTypes.ArgumentNullException}}.ThrowIfNull(client);
                return {{waiter.Type}}.Instance.{{wait}}(client.{{method.Operation}}Async, request, options, cancellationToken);
            }
            """);
        if (method.Parameters.Count > 1)
        {
            // With one parameter, a call with new() could mean either method.
            WriteOverload(writer, client, waiter, maybe);
        }
    }

    private static void WriteOverload(SourceWriter writer, string client, WaiterPlan waiter, string maybe)
    {
        var method = waiter.Method;
        WriteDocs(writer, waiter);
        var parameters = new List<string>();
        var values = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            writer.Line("/// <param name=\"" + parameter.Name.TrimStart('@') + "\">" + parameter.Summary + "</param>");
            parameters.Add(parameter.Type + " " + parameter.Name + ",");
            values.Add(parameter.Property + " = " + parameter.Name);
        }

        WriteCommonDocs(writer, waiter);
        writer.Line($$"""
            public static {{CSharpTypes.Task}}<{{method.Response}}{{maybe}}> WaitUntil{{waiter.Name}}Async(
                this {{client}} client,
                {{string.Join("\n    ", parameters)}}
                {{CSharpTypes.Runtime}}WaiterOptions<{{method.Response}}>? options = null,
                {{CSharpTypes.CancellationToken}} cancellationToken = default) =>
                client.WaitUntil{{waiter.Name}}Async(new {{method.Request}} { {{string.Join(", ", values)}} }, options, cancellationToken);
            """);
    }

    private static void WriteDocs(SourceWriter writer, WaiterPlan waiter) =>
        writer.Doc(waiter.Doc).Line("/// <param name=\"client\">The client.</param>");

    private static void WriteCommonDocs(SourceWriter writer, WaiterPlan waiter)
    {
        writer.Line("/// <param name=\"options\">How long to wait, how often to ask, and who is told of each response; null for the delays of the service's model.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Cancels the wait; what is waited for goes on.</param>");
        writer.Line("/// <returns>The last response" + (waiter.SucceedsOnError ? "; null when an error was what was waited for" : "") + ".</returns>");
        writer.Line("/// <exception cref=\"" + CSharpTypes.Runtime + "WaiterFailedException\">What is waited for can no longer come; the last answer says why.</exception>");
        writer.Line("/// <exception cref=\"" + CSharpTypes.Runtime + "WaiterTimeoutException\">Time is up.</exception>");
    }
}
