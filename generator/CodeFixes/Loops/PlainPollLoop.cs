using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.CodeFixes.Loops;

/// <summary>A loop of the plain form, which does nothing but wait and call an operation, in any order. One call of the waiter does the same.</summary>
internal sealed class PlainPollLoop
{
    private PlainPollLoop(StatementSyntax loop, StatementSyntax? first, ClientCall call, ExpressionSyntax wait)
    {
        Loop = loop;
        First = first;
        Replacement = (first is null ? call.Statement : first).ReplaceNode((first is null ? call : FindCall(first)!).Awaited, wait);
    }

    public StatementSyntax Loop { get; }

    /// <summary>Gets the statement before the loop that makes the first call; null if the loop makes it.</summary>
    public StatementSyntax? First { get; }

    /// <summary>Gets the statement that waits, for the place of <see cref="First"/> or of the loop.</summary>
    public StatementSyntax Replacement { get; }

    /// <summary>Returns null if the loop has another form.</summary>
    public static PlainPollLoop? Find(SyntaxNode name, string method, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (ClientCall.Find(name) is not { IsDeclaration: false, Statement: { Parent: BlockSyntax { Statements.Count: 2, Parent: StatementSyntax loop } block } statement } call
            || !IsPause(block.Statements.First(other => other != statement))
            || FindWait(call, method, semantics, cancellationToken) is not { } wait)
        {
            return null;
        }

        switch (loop)
        {
            case DoStatementSyntax:
                return new PlainPollLoop(loop, null, call, wait);
            case WhileStatementSyntax when ClientCall.Before(loop) is { } first
                && FindCall(first) is { } firstCall
                && firstCall.Variable.ValueText == call.Variable.ValueText
                && firstCall.Awaited.IsEquivalentTo(call.Awaited, topLevel: false):
                return new PlainPollLoop(loop, first, call, wait);
            default:
                return null;
        }
    }

    private static ClientCall? FindCall(StatementSyntax statement) => statement.DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Select(static name => ClientCall.Find(name))
        .FirstOrDefault(call => call?.Statement == statement);

    private static bool IsPause(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax
        && statement.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(static access => access.Name.Identifier.ValueText is "Delay" or "Sleep");

    /// <summary>Returns the call of the waiter; null if it needs other arguments, or may return no response.</summary>
    private static ExpressionSyntax? FindWait(ClientCall call, string method, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var access = (MemberAccessExpressionSyntax)call.Call.Expression;
        if (semantics.GetSymbolInfo(call.Call, cancellationToken).Symbol is not IMethodSymbol called || semantics.GetTypeInfo(access.Expression, cancellationToken).Type is not { } client)
        {
            return null;
        }

        var inputs = called.Parameters.Where(static parameter => !IsCancellationToken(parameter)).ToList();
        var fits = semantics.LookupSymbols(call.Call.SpanStart, client, method, includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>()
            .Any(waiter => waiter.Parameters.Length == inputs.Count + 2
                && inputs.Zip(waiter.Parameters, static (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(static same => same)
                && waiter.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } task
                && task.TypeArguments[0].NullableAnnotation != NullableAnnotation.Annotated);
        if (!fits)
        {
            return null;
        }

        // The options are between the input and the token.
        var arguments = call.Call.ArgumentList.Arguments.Select((argument, index) =>
            argument.NameColon is null && index < called.Parameters.Length && IsCancellationToken(called.Parameters[index])
                ? argument.WithoutLeadingTrivia().WithNameColon(SyntaxFactory.NameColon(called.Parameters[index].Name)).WithLeadingTrivia(argument.GetLeadingTrivia())
                : argument);
        return call.With(method, call.Call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments, call.Call.ArgumentList.Arguments.GetSeparators())));
    }

    private static bool IsCancellationToken(IParameterSymbol parameter) => parameter.Type.Name == nameof(CancellationToken);
}
