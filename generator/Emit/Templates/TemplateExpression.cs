using System;
using System.Collections.Generic;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>An expression of a template.</summary>
internal abstract class TemplateExpression
{
    public abstract object? Evaluate(TemplateScope scope);

    /// <summary>Evaluates a condition. Only <see langword="null"/> and <see langword="false"/> do not hold.</summary>
    public bool Holds(TemplateScope scope) => Evaluate(scope) is not (null or false);
}

internal sealed class ConstantExpression(object? value) : TemplateExpression
{
    public object? Value => value;

    public override object? Evaluate(TemplateScope scope) => value;
}

internal sealed class VariableExpression(int variable) : TemplateExpression
{
    public override object? Evaluate(TemplateScope scope) => scope.Values[variable];
}

/// <summary>The value of a property. The types of the plan are sealed, and most expressions always meet the same type.</summary>
internal sealed class MemberExpression(TemplateExpression target, string name, string source) : TemplateExpression
{
    private MemberReader? _last;

    public override object? Evaluate(TemplateScope scope)
    {
        var owner = target.Evaluate(scope) ?? throw new InvalidOperationException(source + " reads a member of null.");
        var reader = _last;
        if (reader is null || reader.Owner != owner.GetType())
        {
            _last = reader = MemberReader.Find(owner.GetType(), name)
                ?? throw new InvalidOperationException(source + " names no member of " + owner.GetType().Name + ".");
        }

        return reader.Read(owner);
    }
}

internal sealed class CallExpression(TemplateFunction function, TemplateExpression[] arguments) : TemplateExpression
{
    public override object? Evaluate(TemplateScope scope) => function.Invoke(
        arguments[0].Evaluate(scope),
        arguments.Length > 1 ? arguments[1].Evaluate(scope) : null,
        arguments.Length > 2 ? arguments[2].Evaluate(scope) : null);
}

/// <summary>The text of another template.</summary>
internal sealed class IncludeExpression(CompiledTemplate template, IReadOnlyList<TemplateArgument> arguments) : TemplateExpression
{
    public override object Evaluate(TemplateScope scope)
    {
        var output = new SourceOutput();
        RenderTo(output, scope);
        return output.Take();
    }

    public void RenderTo(SourceOutput output, TemplateScope scope)
    {
        var inner = template.CreateScope(scope.Values[CompiledTemplate.Unit], scope.Values[CompiledTemplate.Context], output);
        foreach (var argument in arguments)
        {
            inner.Values[argument.Variable] = argument.Value.Evaluate(scope);
        }

        template.Render(inner);
    }
}

/// <summary>The value of a variable of an included template.</summary>
internal sealed record TemplateArgument(int Variable, TemplateExpression Value);

/// <summary>Whether the innermost loop is at its first item.</summary>
internal sealed class IsFirstExpression(int index) : TemplateExpression
{
    public override object Evaluate(TemplateScope scope) => scope.Values[index] is 0;
}

internal sealed class NotExpression(TemplateExpression operand) : TemplateExpression
{
    public override object Evaluate(TemplateScope scope) => !operand.Holds(scope);
}

internal sealed class AnyExpression(TemplateExpression left, TemplateExpression right) : TemplateExpression
{
    public override object Evaluate(TemplateScope scope) => left.Holds(scope) || right.Holds(scope);
}

/// <summary>A comparison of two integers.</summary>
internal sealed class ComparisonExpression(TemplateExpression left, TemplateExpression right, Func<int, int, bool> compare) : TemplateExpression
{
    public override object Evaluate(TemplateScope scope) => compare((int)left.Evaluate(scope)!, (int)right.Evaluate(scope)!);
}

internal sealed class ConcatenationExpression(TemplateExpression left, TemplateExpression right) : TemplateExpression
{
    public override object Evaluate(TemplateScope scope) => (string?)left.Evaluate(scope) + (string?)right.Evaluate(scope);
}
