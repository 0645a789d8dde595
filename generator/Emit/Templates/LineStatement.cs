using Scriban;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// An expression that is alone on a line of a template. Each line of its value is written with the indentation of the tag. An empty value
/// writes no line.
/// </summary>
internal sealed class LineStatement(string indentation) : ScriptExpressionStatement
{
    public override object? Evaluate(TemplateContext context)
    {
        if (context.Evaluate(Expression!) is not string { Length: > 0 } text)
        {
            return null;
        }

        var end = text[text.Length - 1] == '\n' ? text.Length - 1 : text.Length;
        for (var start = 0; start <= end;)
        {
            var newLine = text.IndexOf('\n', start, end - start);
            var next = newLine < 0 ? end : newLine;
            if (next > start)
            {
                context.Write(indentation).Write(text, start, next - start);
            }

            context.Write("\n");
            start = next + 1;
        }

        return null;
    }
}
