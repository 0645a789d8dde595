using System.Collections.Immutable;
using System.Threading.Tasks;
using DataZoneGen.Generator.CodeFixes.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.CodeFixes;

/// <summary>
/// Adds an operation to the list of an item if code uses the operation, the model has it, and the item does not select it. The list is in a project
/// file, which is an additional document of the project, so that every editor can apply the change.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddOperationCodeFix))]
public sealed class AddOperationCodeFix : CodeFixProvider
{
    /// <summary>The errors of the compiler for members and types that do not exist.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CS0117", "CS0234", "CS0246", "CS1061");

    /// <summary>Returns null: each added operation makes the client larger, so it is added by itself.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <summary>Registers the fix for each missing name that belongs to an operation of a model.</summary>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancellationToken = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || semantics is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (FindName(root, diagnostic) is { } name && MissingName.Find(name, semantics, cancellationToken) is { } missing)
            {
                foreach (var change in UnselectedOperations.Find(missing, context.Document.Project, cancellationToken))
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(change.Title, token => change.ApplyAsync(context.Document.Project.Solution, token), equivalenceKey: change.Title),
                        diagnostic);
                }
            }
        }
    }
    private static SimpleNameSyntax? FindName(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) switch
        {
            SimpleNameSyntax name => name,
            // The error of a name behind '?' includes the dot.
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };
}
