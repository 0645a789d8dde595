using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Scriban;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// Parses templates. The line of a tag that is alone on it is not written: a statement (<c>if</c>, <c>for</c>, <c>end</c>, an assignment)
/// writes nothing, and an expression becomes a <see cref="LineStatement"/>.
/// </summary>
internal static class TemplateParser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "if", "else", "for", "end" };

    public static Template Parse(string name, string text)
    {
        // Git may have checked out the template with Windows line endings.
        var lines = text.Replace("\r\n", "\n").Split('\n');
        var indentations = new Dictionary<int, string>();
        var prepared = new StringBuilder(text.Length + lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (GetTag(line) is { } tag)
            {
                if (!IsStatement(tag))
                {
                    indentations.Add(i, line.Substring(0, line.IndexOf('{')));
                }

                line = "{{~" + tag + "~}}";
            }

            prepared.Append(line).Append(i < lines.Length - 1 ? "\n" : "");
        }

        var template = Template.Parse(prepared.ToString(), name);
        if (template.HasErrors)
        {
            throw new InvalidOperationException("Template " + string.Join("; ", template.Messages.Select(static message => message.ToString())));
        }

        new LineMarker(indentations).Visit(template.Page);
        return template;
    }

    /// <summary>Returns the content of the tag if the line contains only a tag; otherwise, null.</summary>
    private static string? GetTag(string line)
    {
        var trimmed = line.Trim(' ');
        return trimmed.StartsWith("{{ ", StringComparison.Ordinal) && trimmed.IndexOf("}}", StringComparison.Ordinal) == trimmed.Length - 2
            ? trimmed.Substring(2, trimmed.Length - 4)
            : null;
    }

    private static bool IsStatement(string tag)
    {
        var content = tag.Trim(' ');
        return content[0] == '#' || content.Contains(" = ") || Keywords.Contains(content.Split(' ')[0]);
    }

    /// <summary>Replaces the expressions that are alone on a line.</summary>
    private sealed class LineMarker(IReadOnlyDictionary<int, string> indentations) : ScriptVisitor
    {
        public override void Visit(ScriptBlockStatement? node)
        {
            base.Visit(node);
            var statements = node!.Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                if (statements[i] is ScriptExpressionStatement statement && indentations.TryGetValue(statement.Span.Start.Line, out var indentation))
                {
                    var expression = statement.Expression;
                    statement.Expression = null;
                    statements.RemoveAt(i);
                    statements.Insert(i, new LineStatement(indentation) { Expression = expression, Span = statement.Span });
                }
            }
        }
    }
}
