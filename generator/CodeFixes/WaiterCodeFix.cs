using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Generator.Analysis.Calls;
using DataZoneGen.Generator.CodeFixes.Loops;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace DataZoneGen.Generator.CodeFixes;

/// <summary>Replaces a poll loop of the plain form by a call of the waiter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaiterCodeFix))]
public sealed class WaiterCodeFix : CodeFixProvider
{
    /// <summary>The id of the diagnostic of such loops.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(AnalyzerDescriptors.HandwrittenWaiting.Id);

    /// <summary>Returns null: a waiter has its own delays, its own timeout and its own conditions, so each place needs a look.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

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
            if (diagnostic.Properties.TryGetValue(LoopAnalyzer.Method, out var method)
                && method is not null
                && PlainPollLoop.Find(name, method, semantics, context.CancellationToken) is { } loop)
            {
                var title = "Use '" + method + "'";
                context.RegisterCodeFix(CodeAction.Create(title, token => ReplaceAsync(context.Document, loop, token), equivalenceKey: title), diagnostic);
            }
        }
    }

    private static async Task<Document> ReplaceAsync(Document document, PlainPollLoop loop, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var replaced = loop.First ?? loop.Loop;
        editor.ReplaceNode(replaced, loop.Replacement.WithTriviaFrom(replaced).WithAdditionalAnnotations(Formatter.Annotation));
        if (loop.First is not null)
        {
            editor.RemoveNode(ClientCall.Whole(loop.Loop), SyntaxRemoveOptions.KeepNoTrivia);
        }

        return editor.GetChangedDocument();
    }
}
