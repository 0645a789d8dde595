using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Generator.CodeFixes.Loops;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace DataZoneGen.Generator.CodeFixes;

/// <summary>Replaces a loop over pages of the plain form by <c>await foreach</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PaginatorCodeFix))]
public sealed class PaginatorCodeFix : CodeFixProvider
{
    /// <summary>The id of the diagnostic of such loops.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(AnalyzerDescriptors.HandwrittenPaging.Id);

    /// <summary>Returns the provider that corrects many places at once.</summary>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <summary>Registers the fix for loops of the plain form.</summary>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || semantics is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var name = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (PlainPagingLoop.Find(name, new LoopDescription(diagnostic), semantics) is { } loop)
            {
                const string Title = "Use 'await foreach'";
                context.RegisterCodeFix(CodeAction.Create(Title, token => ReplaceAsync(context.Document, loop, token), equivalenceKey: Title), diagnostic);
            }
        }
    }

    private static async Task<Document> ReplaceAsync(Document document, PlainPagingLoop loop, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);

        // What stands above the first declaration, such as a comment, belongs to the whole.
        var first = loop.Declarations.OrderBy(static declaration => declaration.SpanStart).Cast<StatementSyntax>().FirstOrDefault() ?? loop.Loop;
        editor.ReplaceNode(
            loop.Loop,
            loop.ToForEach().WithLeadingTrivia(first.GetLeadingTrivia()).WithTrailingTrivia(loop.Loop.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        foreach (var declaration in loop.Declarations)
        {
            editor.RemoveNode(ClientCall.Whole(declaration), SyntaxRemoveOptions.KeepNoTrivia);
        }

        return editor.GetChangedDocument();
    }
}
