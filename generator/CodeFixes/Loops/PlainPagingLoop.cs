using System.Linq;
using DataZoneGen.Generator.Analysis.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.CodeFixes.Loops;

/// <summary>
/// A <c>do</c> loop of the plain form: its first statement calls the operation, its last one passes the token on, its condition is that there is a token. Then
/// <c>await foreach</c> does the same.
/// </summary>
internal sealed class PlainPagingLoop
{
    private readonly ClientCall _call;
    private readonly ArgumentListSyntax _arguments;
    private readonly SyntaxList<StatementSyntax> _body;
    private readonly LoopDescription _description;

    private PlainPagingLoop(DoStatementSyntax loop, ClientCall call, ArgumentListSyntax arguments, SyntaxList<StatementSyntax> body, LoopDescription description)
    {
        Loop = loop;
        _call = call;
        _arguments = arguments;
        _body = body;
        _description = description;
    }

    public DoStatementSyntax Loop { get; }

    /// <summary>Gets the declarations before the loop that nothing needs any more.</summary>
    public StatementSyntax[] Declarations { get; private set; } = [];

    /// <summary>Returns null if the loop has another form.</summary>
    public static PlainPagingLoop? Find(SyntaxNode name, LoopDescription description, SemanticModel semantics)
    {
        if (ClientCall.Find(name) is not { Statement.Parent: BlockSyntax { Parent: DoStatementSyntax loop } block } call
            || block.Statements.Count < 2
            || block.Statements[0] != call.Statement
            || block.Statements[block.Statements.Count - 1] is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } last }
            || HasContinue(loop)
            || call.Call.ArgumentList.Arguments.Count == 0
            || semantics.GetSymbolInfo(target).Symbol is not ILocalSymbol variable)
        {
            return null;
        }

        var next = call.Variable.ValueText + "." + description.NextToken;
        var isToken = Text(last.Right) == next;
        var request = call.Call.ArgumentList.Arguments[0].Expression;
        var first = isToken ? WithoutToken(request, target.Identifier.ValueText, description.Token) : IsNextRequest(last.Right, target, request, next, description) ? request : null;
        if (first is null || !IsEnd(loop.Condition, next, isToken ? target.Identifier.ValueText : target.Identifier.ValueText + "." + description.Token))
        {
            return null;
        }

        var arguments = call.Call.ArgumentList.ReplaceNode(request, first.WithTriviaFrom(request));
        var body = SyntaxFactory.List(block.Statements.Skip(1).Take(block.Statements.Count - 2));
        return new PlainPagingLoop(loop, call, arguments, body, description).FindDeclarations(isToken ? variable : null, variable, semantics);
    }

    /// <summary>Returns the loop over pages, or over items if the loop does nothing else with a page.</summary>
    public ForEachStatementSyntax ToForEach() =>
        _description is { ItemsMethod: { } method, Items: { } items }
        && _body.Count == 1
        && _body[0] is ForEachStatementSyntax { AwaitKeyword.RawKind: 0 } inner
        && Text(inner.Expression) == _call.Variable.ValueText + "." + items
        && !inner.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == _call.Variable.ValueText)
            ? ForEach(inner.Type, inner.Identifier, method, inner.Statement)
            : ForEach(SyntaxFactory.IdentifierName("var"), _call.Variable, _description.Method, ((BlockSyntax)Loop.Statement).WithStatements(_body));

    private ForEachStatementSyntax ForEach(TypeSyntax type, SyntaxToken variable, string method, StatementSyntax body) => SyntaxFactory.ForEachStatement(
        SyntaxFactory.Token(SyntaxKind.AwaitKeyword),
        SyntaxFactory.Token(SyntaxKind.ForEachKeyword),
        SyntaxFactory.Token(SyntaxKind.OpenParenToken),
        type.WithoutTrivia(),
        variable.WithLeadingTrivia().WithTrailingTrivia(),
        SyntaxFactory.Token(SyntaxKind.InKeyword),
        _call.With(method, _arguments).WithoutTrivia(),
        SyntaxFactory.Token(SyntaxKind.CloseParenToken),
        body);

    /// <summary>Finds the declarations of the token and the response, which must be for this loop alone.</summary>
    private PlainPagingLoop? FindDeclarations(ILocalSymbol? token, ILocalSymbol changed, SemanticModel semantics)
    {
        var response = _call.IsDeclaration ? null : semantics.GetSymbolInfo(((AssignmentExpressionSyntax)((ExpressionStatementSyntax)_call.Statement).Expression).Left).Symbol as ILocalSymbol;
        var needed = new[] { token, response }.OfType<ILocalSymbol>().ToList();
        var declarations = needed.Select(local => FindDeclaration(local)).OfType<StatementSyntax>().ToArray();
        if ((!_call.IsDeclaration && response is null)
            || declarations.Length != needed.Count
            || needed.Any(local => ClientCall.IsUsedOutside(local, semantics, Loop))
            || (token is null && IsUsedAfter(changed, semantics)))
        {
            return null;
        }

        Declarations = declarations;
        return this;
    }

    /// <summary>Returns the declaration of a variable without a value, directly before the loop or before the other declaration.</summary>
    private StatementSyntax? FindDeclaration(ILocalSymbol local)
    {
        var statement = ClientCall.Before(Loop);
        for (var i = 0; i < 3 && statement is not null; i++, statement = ClientCall.Before(statement))
        {
            if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables }
                && variables[0] is var variable
                && variable.Identifier.ValueText == local.Name
                && (variable.Initializer is null || Text(variable.Initializer.Value) is "null" or "default" or "default!" or "null!"))
            {
                return statement;
            }
        }

        return null;
    }

    private bool IsUsedAfter(ILocalSymbol local, SemanticModel semantics)
    {
        var before = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(0, Loop.Span.End);
        return Loop.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == local.Name && !before.Contains(name.Span) && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name).Symbol, local));
    }

    /// <summary>Returns the request of the first page: without the token, which it does not have yet.</summary>
    private static ExpressionSyntax? WithoutToken(ExpressionSyntax request, string variable, string property)
    {
        var initializer = request switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax with => with.Initializer,
            _ => null,
        };
        var token = initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => Text(a.Left) == property && Text(a.Right) == variable);
        if (initializer is null || token is null)
        {
            return null;
        }

        var others = initializer.Expressions.Remove(token);
        return request switch
        {
            WithExpressionSyntax with when others.Count == 0 => with.Expression,
            ObjectCreationExpressionSyntax { ArgumentList: null } creation when others.Count == 0 =>
                creation.WithType(creation.Type.WithoutTrailingTrivia()).WithInitializer(null).WithArgumentList(SyntaxFactory.ArgumentList()),
            BaseObjectCreationExpressionSyntax creation when others.Count == 0 =>
                creation.WithInitializer(null).WithArgumentList(creation.ArgumentList!.WithoutTrailingTrivia()),
            _ => request.ReplaceNode(initializer, initializer.WithExpressions(others)),
        };
    }

    /// <summary>Returns whether an expression is the request with the next token.</summary>
    private static bool IsNextRequest(ExpressionSyntax value, IdentifierNameSyntax target, ExpressionSyntax request, string next, LoopDescription description) =>
        Text(request) == target.Identifier.ValueText
        && value is WithExpressionSyntax { Initializer.Expressions: { Count: 1 } assignments } with
        && assignments[0] is AssignmentExpressionSyntax assignment
        && Text(with.Expression) == target.Identifier.ValueText
        && Text(assignment.Left) == description.Token
        && Text(assignment.Right) == next;

    private static bool IsEnd(ExpressionSyntax condition, string next, string token)
    {
        var text = Text(condition);
        return new[] { next, token }.Any(name =>
            text == name + "isnotnull" || text == name + "!=null" || text == name + "is{}" || text == name + "is{Length:>0}"
            || text == "!string.IsNullOrEmpty(" + name + ")" || text == "!string.IsNullOrWhiteSpace(" + name + ")");
    }

    private static bool HasContinue(DoStatementSyntax loop) => loop.DescendantNodes().OfType<ContinueStatementSyntax>().Any(statement =>
        statement.Ancestors().First(static node => node is DoStatementSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax) == loop);

    private static string Text(SyntaxNode node) => string.Concat(node.DescendantTokens().Select(static token => token.Text));
}

/// <summary>What the diagnostic says about a loop: see <see cref="LoopAnalyzer"/>.</summary>
internal sealed class LoopDescription(Diagnostic diagnostic)
{
    public string Method { get; } = Get(diagnostic, LoopAnalyzer.Method) ?? "";

    public string? ItemsMethod { get; } = Get(diagnostic, LoopAnalyzer.ItemsMethod);

    public string? Items { get; } = Get(diagnostic, LoopAnalyzer.Items);

    public string Token { get; } = Get(diagnostic, LoopAnalyzer.Token) ?? "";

    public string NextToken { get; } = Get(diagnostic, LoopAnalyzer.NextToken) ?? "";

    private static string? Get(Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}
