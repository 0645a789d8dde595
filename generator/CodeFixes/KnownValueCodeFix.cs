using System.Collections.Immutable;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.CodeFixes;

/// <summary>Replaces a value that an enum does not have by the known value that the diagnostic suggests.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KnownValueCodeFix))]
public sealed class KnownValueCodeFix : CodeFixProvider
{
    /// <summary>The id of the diagnostic of unknown values.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(AnalyzerDescriptors.UnknownEnumValue.Id);

    /// <summary>Returns the provider that corrects many places at once.</summary>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <summary>Registers the fix for each diagnostic with a suggestion.</summary>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null
                && semantics is not null
                && diagnostic.Properties.TryGetValue("Value", out var value)
                && value is not null
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
                && Replace(expression, value, diagnostic.Properties.TryGetValue("Member", out var member) ? member : null, semantics) is var (before, after))
            {
                var title = "Use '" + value + "'";
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after.WithTriviaFrom(before)))),
                        equivalenceKey: title),
                    diagnostic);
            }
        }
    }

    /// <summary>
    /// Returns the property of the enum if an expression creates its value; otherwise the corrected literal. A constant that is declared elsewhere may have
    /// other uses, so it is not changed.
    /// </summary>
    private static (ExpressionSyntax Before, ExpressionSyntax After)? Replace(ExpressionSyntax expression, string value, string? member, SemanticModel semantics)
    {
        if (member is not null
            && expression.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: BaseObjectCreationExpressionSyntax { Initializer: null } creation } }
            && semantics.GetTypeInfo(creation).Type is { } type)
        {
            return (creation, SyntaxFactory.ParseExpression(type.ToMinimalDisplayString(semantics, NullableFlowState.None, creation.SpanStart) + "." + member));
        }

        return expression.IsKind(SyntaxKind.StringLiteralExpression)
            ? (expression, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value)))
            : null;
    }
}
