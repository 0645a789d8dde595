using System;
using System.Collections.Immutable;
using DataZoneGen.Generator.Analysis.Facts;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Calls;

/// <summary>
/// Finds loops that repeat an operation by hand although the client has a paginator or a waiter for it. It starts at calls of a client: for all other
/// calls, a symbol decides first.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopAnalyzer : ClientAnalyzer
{
    /// <summary>The property of a diagnostic with the name of the method to use.</summary>
    internal const string Method = "Method";

    /// <summary>The property of a diagnostic with the name of the method that returns items; missing if there is none.</summary>
    internal const string ItemsMethod = "ItemsMethod";

    /// <summary>The property of a diagnostic with the property of the response that has the items.</summary>
    internal const string Items = "Items";

    /// <summary>The property of a diagnostic with the property of the request that has the token.</summary>
    internal const string Token = "Token";

    /// <summary>The property of a diagnostic with the property of the response that has the token of the next page.</summary>
    internal const string NextToken = "NextToken";

    /// <summary>The diagnostics that this analyzer reports.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AnalyzerDescriptors.HandwrittenPaging, AnalyzerDescriptors.HandwrittenWaiting);

    /// <summary>Registers for calls.</summary>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (ModelFacts.Find(call.TargetMethod.ContainingType) is not { } facts
            || facts.FindOperation(call.TargetMethod) is not { } operation
            || (operation.Paginator is null && operation.Waiters.Count == 0)
            || !IsSingleCall(call.TargetMethod, operation)
            || OperationTree.FindLoop(call) is not { } loop
            || !OperationTree.Repeats(loop))
        {
            return;
        }

        if (operation.Paginator is { Tokens: { Count: 1 } tokens } && tokens[0].Next is { } next && new PagingLoop(loop, facts, operation, tokens[0].Property, next).IsHandwritten())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                AnalyzerDescriptors.HandwrittenPaging, Name(call), DescribePaging(facts, operation, tokens[0].Property, next, call), operation.Name, operation.Name + "PagesAsync"));
        }
        else if (operation.Waiters.Count > 0 && new PollLoop(loop, facts, operation).Find() is { } waiter)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                AnalyzerDescriptors.HandwrittenWaiting, Name(call), ImmutableDictionary<string, string?>.Empty.Add(Method, waiter.Method), operation.Name, waiter.Method));
        }
    }

    private static bool IsSingleCall(IMethodSymbol method, OperationFacts operation) =>
        method.Name.Length == operation.Name.Length + "Async".Length && method.Name.StartsWith(operation.Name, StringComparison.Ordinal);

    private static Location Name(IInvocationOperation call) => call.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax access => access.Name.GetLocation(),
            Microsoft.CodeAnalysis.CSharp.Syntax.MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
            var name => name.GetLocation(),
        }
        : call.Syntax.GetLocation();

    private static ImmutableDictionary<string, string?> DescribePaging(ServiceFacts facts, OperationFacts operation, string token, string next, IInvocationOperation call)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(Method, operation.Name + "PagesAsync")
            .Add(Token, token)
            .Add(NextToken, next);
        var extensions = call.TargetMethod.ContainingNamespace.GetTypeMembers(facts.Extensions);
        return operation.Paginator!.Items is { } items && extensions.Length == 1 && extensions[0].GetMembers(operation.Name + "ItemsAsync").Length > 0
            ? properties.Add(ItemsMethod, operation.Name + "ItemsAsync").Add(Items, items)
            : properties;
    }
}
