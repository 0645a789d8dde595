using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.CodeFixes.Loops;

/// <summary>A statement that calls a client asynchronously and keeps the response in a variable.</summary>
internal sealed class ClientCall
{
    private ClientCall(StatementSyntax statement, InvocationExpressionSyntax call, ExpressionSyntax awaited, SyntaxToken variable)
    {
        Statement = statement;
        Call = call;
        Awaited = awaited;
        Variable = variable;
    }

    public StatementSyntax Statement { get; }

    public InvocationExpressionSyntax Call { get; }

    /// <summary>Gets the operand of <c>await</c>: the call, or the call with <c>ConfigureAwait</c>.</summary>
    public ExpressionSyntax Awaited { get; }

    /// <summary>Gets the name of the variable with the response.</summary>
    public SyntaxToken Variable { get; }

    /// <summary>Gets whether the statement declares the variable.</summary>
    public bool IsDeclaration => Statement is LocalDeclarationStatementSyntax;

    /// <summary>Finds the statement of a call; null if it has another form.</summary>
    /// <param name="name">The name of the called method.</param>
    public static ClientCall? Find(SyntaxNode name)
    {
        if (name.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call })
        {
            return null;
        }

        ExpressionSyntax awaited = call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }
            ? configured
            : call;
        return awaited.Parent?.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } variable }
                when awaited.Parent is AwaitExpressionSyntax => new ClientCall(statement, call, awaited, variable.Identifier),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable, Parent: ExpressionStatementSyntax statement } assignment
                when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && awaited.Parent is AwaitExpressionSyntax => new ClientCall(statement, call, awaited, variable.Identifier),
            _ => null,
        };
    }

    /// <summary>Returns the awaited expression with another method and other arguments.</summary>
    public ExpressionSyntax With(string method, ArgumentListSyntax arguments)
    {
        var access = (MemberAccessExpressionSyntax)Call.Expression;
        var changed = Call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(method).WithTriviaFrom(access.Name))).WithArgumentList(arguments);
        return Awaited.ReplaceNode(Call, changed) is var awaited && Awaited == Call ? changed : awaited;
    }

    /// <summary>Returns the statement before a statement in the same block or at the top level of a program; null if there is none.</summary>
    public static StatementSyntax? Before(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block when block.Statements.IndexOf(statement) is > 0 and var index => block.Statements[index - 1],
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global when unit.Members.IndexOf(global) is > 0 and var index =>
            (unit.Members[index - 1] as GlobalStatementSyntax)?.Statement,
        _ => null,
    };

    /// <summary>Returns the node that contains nothing but a statement, which can be removed.</summary>
    public static SyntaxNode Whole(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global : statement;

    /// <summary>Returns whether a variable is used outside of some statements.</summary>
    public static bool IsUsedOutside(ISymbol variable, SemanticModel semantics, params SyntaxNode?[] statements) => variable.DeclaringSyntaxReferences[0].SyntaxTree.GetRoot()
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == variable.Name && !statements.Any(statement => statement?.Span.Contains(name.Span) == true))
        .Any(name => SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name).Symbol, variable));
}
