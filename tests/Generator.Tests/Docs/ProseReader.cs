using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>A word of a text that people read, in lower case, and the file that it is in.</summary>
internal sealed record ProseWord(string Path, string Text);

/// <summary>Reads the words of pages, comments, messages, templates and models. Names of code are not words.</summary>
internal static partial class ProseReader
{
    private static readonly string[] Folders = ["generator", "runtime", "samples", "tests"];

    public static IEnumerable<ProseWord> ReadAll()
    {
        var pages = Repository.Files("docs", "*.md").Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]);
        var sources = Folders.SelectMany(static folder => Repository.Files(folder, "*.cs")).Where(static path => !path.Contains("/Snapshots/", StringComparison.Ordinal));
        return pages.Concat(sources)
            .Concat(Repository.Files("generator/Templates", "*.scriban-cs"))
            .Concat(Repository.Files("models", "*.json"))
            .Concat(Repository.Files("tests/Shared/Models", "*.json"))
            .SelectMany(static path => Read(path, Repository.Read(path)));
    }

    public static IEnumerable<ProseWord> Read(string path, string text) =>
        Texts(path, text)
            .SelectMany(static prose => Word().Matches(Code().Replace(prose, " ")))
            .Select(match => new ProseWord(path, TrimPossessive(CultureInfo.InvariantCulture.TextInfo.ToLower(match.Value))))
            .Where(static word => word.Text.Length > 1);

    private static IEnumerable<string> Texts(string path, string text) => System.IO.Path.GetExtension(path) switch
    {
        ".md" => [Fence().Replace(text, " ")],
        ".json" => Descriptions(text),
        ".cs" => Comments(path, text),
        _ => text.Split('\n').Where(static line => line.TrimStart().StartsWith("///", StringComparison.Ordinal)).Select(static line => TemplateCode().Replace(line, " ")),
    };

    private static IEnumerable<string> Comments(string path, string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.None)).GetRoot();
        var comments = root.DescendantTrivia()
            .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .Select(static trivia => trivia.ToFullString());
        return path.StartsWith("runtime/", StringComparison.Ordinal) ? comments.Concat(Messages(root)) : comments;
    }

    /// <summary>Texts that look like sentences.</summary>
    private static IEnumerable<string> Messages(SyntaxNode root) => root.DescendantNodes()
        .Select(static node => node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.OfType<InterpolatedStringTextSyntax>().Select(static part => part.TextToken.ValueText + " ")),
            _ => "",
        })
        .Where(static text => text.Count(static c => c == ' ') > 2);

    private static List<string> Descriptions(string text)
    {
        using var document = JsonDocument.Parse(text);
        var found = new List<string>();
        Collect(document.RootElement, isDescription: false, found);
        return found;
    }

    private static void Collect(JsonElement element, bool isDescription, List<string> found)
    {
        if (element.ValueKind == JsonValueKind.String && isDescription)
        {
            found.Add(element.GetString()!);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                var isText = member.Name is "documentation" or "description" && member.Value.ValueKind == JsonValueKind.String;
                Collect(member.Value, isText || member.Name == "enumDocumentation" || (isDescription && member.Value.ValueKind == JsonValueKind.String), found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, isDescription: false, found);
            }
        }
    }

    private static string TrimPossessive(string word) => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex TemplateCode();

    /// <summary>Code inside prose: inline code, elements and their attributes, targets of links, addresses, and paths.</summary>
    [GeneratedRegex(@"`[^`]*`|<c>.*?</c>|<code>.*?</code>|<[^>\n]*>|\]\([^)\s]*\)|https?://\S+|\{[^}\n]*\}|[^\s<>]*[/\\_=@][^\s<>]*", RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>A word in lower case or capitalized, which is no part of a name such as <c>GetRun</c>, <c>x-amz-date</c> or <c>a.b</c>.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_.$'\-])[A-Za-z][a-z]+(?:'[a-z]+)?(?![A-Za-z0-9_(]|\.[A-Za-z]|-[A-Za-z0-9])")]
    private static partial Regex Word();
}
