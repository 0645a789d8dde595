using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Conditions;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan;

/// <summary>Plans waiters. Each acceptor becomes a C# condition that is checked against the types of the operation.</summary>
internal sealed class WaiterPlanner(NameTable names, PathCompiler paths, List<DiagnosticInfo> diagnostics)
{
    public WaiterPlan? Plan(WaiterModel model, OperationPlan operation, MethodPlan method)
    {
        if (model.Delay <= 0 || model.MaxAttempts <= 0)
        {
            return LeftOut(model, model.SourceLocation, "delay and maxAttempts must be positive integers");
        }

        if (model.MaxDelay < model.Delay)
        {
            return LeftOut(model, model.SourceLocation, "maxDelay must not be shorter than minDelay");
        }

        var responses = new List<AcceptorPlan>();
        var errors = new List<AcceptorPlan>();
        var writer = new CodeWriter();
        foreach (var acceptor in model.Acceptors)
        {
            if (StateOf(acceptor) is not { } state)
            {
                return LeftOut(model, acceptor.SourceLocation, "'" + acceptor.State + "' is not a state; it must be success, failure or retry");
            }

            if (PlanAcceptor(acceptor, operation, writer, out var onResponse, out var onError) is { } problem)
            {
                return LeftOut(model, acceptor.SourceLocation, problem);
            }

            if (onResponse is not null)
            {
                responses.Add(new AcceptorPlan(onResponse, state));
            }

            if (onError is not null)
            {
                errors.Add(new AcceptorPlan(onError, state));
            }
        }

        var name = names.OfWaiter(model.Name);
        return new WaiterPlan(name, Documentation.ForType(model.Documentation, "Waits until the condition " + name + " is met."), method, model.Delay, model.MaxAttempts)
        {
            MaxDelay = model.MaxDelay,
            SucceedsOnError = errors.Any(static a => a.State == "Success"),
            ResponseAcceptors = responses.ToEquatableArray(),
            ErrorAcceptors = errors.ToEquatableArray(),
        };
    }

    private static string? StateOf(AcceptorModel acceptor) => acceptor.State switch
    {
        "success" => "Success",
        "failure" => "Failure",
        "retry" => "Retry",
        _ => null,
    };

    /// <summary>Plans the conditions of an acceptor on a response and on an error. Returns a problem, or null if there is none.</summary>
    private string? PlanAcceptor(AcceptorModel acceptor, OperationPlan operation, CodeWriter writer, out string? onResponse, out string? onError)
    {
        (onResponse, onError) = (null, null);
        switch (acceptor.Matcher)
        {
            case "status" when acceptor.Expected.Kind == ExpectedKind.Number && IsInteger(acceptor.Expected.Text):
                onResponse = "(int)response.Metadata.StatusCode == " + acceptor.Expected.Text;
                onError = "(int)error.StatusCode == " + acceptor.Expected.Text;
                return null;
            case "error" when acceptor.Expected.Kind == ExpectedKind.String:
                onError = "error.ErrorCode == " + Literals.String(acceptor.Expected.Text);
                return null;
            case "error" when acceptor.Expected is { Kind: ExpectedKind.Boolean, Text: "true" }:
                onError = "true";
                return null;
            case "error" when acceptor.Expected.Kind == ExpectedKind.Boolean:
                onResponse = "true";
                return null;
            case "path" or "pathAll" or "pathAny":
                return PlanPath(acceptor, operation, writer, out onResponse);
            default:
                return "matcher '" + acceptor.Matcher + "' with the expected value " + acceptor.Expected.Text + " is not supported";
        }
    }

    private string? PlanPath(AcceptorModel acceptor, OperationPlan operation, CodeWriter writer, out string? condition)
    {
        condition = null;
        if (acceptor.Argument is null)
        {
            return "matcher '" + acceptor.Matcher + "' needs an argument";
        }

        condition = paths.CompileCondition(acceptor, operation.Response, "response", writer, out var problem);
        return condition is null ? problem : null;
    }

    private static bool IsInteger(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private WaiterPlan? LeftOut(WaiterModel model, SourceLocation location, string why)
    {
        diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.InvalidWaiter, location, model.Name, why));
        return null;
    }
}
