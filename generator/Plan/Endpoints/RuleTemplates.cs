using System;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>
/// Compiles <c>https://x.{Region}.{P#dnsSuffix}</c> to a string literal, which is interpolated if it has placeholders. Doubled braces are escaped braces.
/// </summary>
internal static class RuleTemplates
{
    public static RuleCode Compile(string text, RuleScope scope)
    {
        if (text.Length > 2 && text[0] == '{' && text.IndexOf('}') == text.Length - 1 && text[1] != '{')
        {
            // The whole template is one value.
            return CompilePlaceholder(text, 1, text.Length - 1, scope);
        }

        var constant = new StringBuilder();
        var interpolated = new StringBuilder("$\"");
        var hasPlaceholders = false;
        for (var position = 0; position < text.Length; position++)
        {
            var c = text[position];
            var isDoubled = position + 1 < text.Length && text[position + 1] == c;
            if (c is not ('{' or '}') || isDoubled)
            {
                Append(constant, interpolated, c.ToString());
                position += c is '{' or '}' ? 1 : 0;
                continue;
            }

            var end = c == '{' ? text.IndexOf('}', position) : -1;
            var placeholder = CompilePlaceholder(text, position + 1, end, scope);
            if (placeholder.Constant is { } value)
            {
                Append(constant, interpolated, value);
            }
            else
            {
                interpolated.Append('{').Append(IsPath(placeholder.Text) ? placeholder.Text : "(" + placeholder.Text + ")").Append('}');
                hasPlaceholders = true;
            }

            position = end;
        }

        return hasPlaceholders ? new RuleCode(RuleType.String, interpolated.Append('"').ToString()) : RuleCode.String(constant.ToString());
    }

    private static void Append(StringBuilder constant, StringBuilder interpolated, string text)
    {
        constant.Append(text);
        var literal = Literals.String(text);
        interpolated.Append(literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}"));
    }

    /// <summary>Returns whether an expression can be interpolated without parentheses. For example, a colon would start a format.</summary>
    private static bool IsPath(string text) => text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '@' or '?');

    private static RuleCode CompilePlaceholder(string template, int start, int end, RuleScope scope)
    {
        var parts = end < start ? [] : template.Substring(start, end - start).Split('#');
        var value = parts.Length switch
        {
            1 => scope[parts[0]],
            2 => RuleAttributes.Compile(scope[parts[0]], parts[1]),
            _ => null,
        };
        return value is { Type: RuleType.String } ? value : throw new NotSupportedException("the template '" + template + "' is malformed");
    }
}
