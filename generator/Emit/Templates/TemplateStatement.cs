using System;
using System.Collections;
using System.Globalization;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>A part of a template that writes text.</summary>
internal abstract class TemplateStatement
{
    public abstract void Render(TemplateScope scope);

    protected static string ToText(object? value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

internal sealed class TextStatement(string text) : TemplateStatement
{
    public override void Render(TemplateScope scope) => scope.Output.Write(text);
}

internal sealed class BlockStatement(TemplateStatement[] statements) : TemplateStatement
{
    public override void Render(TemplateScope scope)
    {
        foreach (var statement in statements)
        {
            statement.Render(scope);
        }
    }
}

internal sealed class ValueStatement(TemplateExpression value) : TemplateStatement
{
    public override void Render(TemplateScope scope) => scope.Output.Write(ToText(value.Evaluate(scope)));
}

/// <summary>Writes each line of a value with indentation. An empty value writes no line.</summary>
internal sealed class LinesStatement(TemplateExpression value, string indentation) : TemplateStatement
{
    public override void Render(TemplateScope scope)
    {
        var text = ToText(value.Evaluate(scope));
        if (text.Length > 0)
        {
            scope.Output.WriteLines(text, indentation);
        }
    }
}

/// <summary>Writes another template without indentation.</summary>
internal sealed class IncludeStatement(IncludeExpression include) : TemplateStatement
{
    public override void Render(TemplateScope scope)
    {
        include.RenderTo(scope.Output, scope);
        scope.Output.CompleteLine();
    }
}

internal sealed class AssignmentStatement(int variable, TemplateExpression value) : TemplateStatement
{
    public override void Render(TemplateScope scope) => scope.Values[variable] = value.Evaluate(scope);
}

internal sealed class IfStatement(TemplateExpression condition, TemplateStatement then, TemplateStatement? otherwise) : TemplateStatement
{
    public override void Render(TemplateScope scope)
    {
        if (condition.Holds(scope))
        {
            then.Render(scope);
        }
        else
        {
            otherwise?.Render(scope);
        }
    }
}

/// <param name="variable">The variable of the item.</param>
/// <param name="index">The variable of the index.</param>
/// <param name="list">The list.</param>
/// <param name="body">The statement for each item.</param>
internal sealed class ForStatement(int variable, int index, TemplateExpression list, TemplateStatement body) : TemplateStatement
{
    public override void Render(TemplateScope scope)
    {
        var count = 0;
        foreach (var item in (IEnumerable)list.Evaluate(scope)!)
        {
            scope.Values[variable] = item;
            scope.Values[index] = count++;
            body.Render(scope);
        }
    }
}
