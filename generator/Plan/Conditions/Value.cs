using System;
using System.Collections.Generic;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <summary>The result of an expression as far as it is known when the client is generated: always its type, sometimes its value.</summary>
internal abstract record Value;

/// <summary>The value of one C# expression. A list that an expression creates is a <see cref="Sequence"/> instead.</summary>
internal sealed record Plain(Code Code, TypePlan Type, bool IsNullable) : Value
{
    /// <summary>
    /// Whether the next member access needs <c>?.</c>. It does not if only an earlier access of the chain may be null, because C# then skips the
    /// rest of the chain.
    /// </summary>
    public bool NeedsConditional { get; init; } = IsNullable;

    /// <summary>
    /// The source of a value that is null only if its root is null. Comparisons use the source, because they do not need the null.
    /// </summary>
    public FromRoot? Source { get; init; }

    /// <summary>A simpler expression with the same sign: zero or positive.</summary>
    public Code? SameSign { get; init; }
}

/// <summary>A root, and the function that is applied to it if it is not null.</summary>
internal sealed record FromRoot(Code Root, Func<Code, Code> Make);

/// <summary>A literal.</summary>
internal sealed record Constant(Literal Literal) : Value;

/// <summary>A condition. It is null if neither <see cref="IsTrue"/> nor <see cref="IsFalse"/> is true.</summary>
internal sealed record Test(Code IsTrue, Code IsFalse, bool IsNullable) : Value
{
    public static Test From(Code condition) => new(condition, Code.Not(condition), IsNullable: false);
}

/// <summary><c>left || right</c> or <c>left &amp;&amp; right</c>: one of the two values, which can have different types.</summary>
internal sealed record Choice(Value Left, Value Right, bool IsOr) : Value;

/// <summary>A list whose elements are known individually. It is null if <see cref="Guard"/> is false.</summary>
internal sealed record Group(IReadOnlyList<Value> Items, Code Guard) : Value;

/// <summary>
/// A list. <see cref="From"/> converts <see cref="Root"/> to elements, <see cref="Condition"/> filters them, and <see cref="Item"/> is the
/// result for each <c>item</c>.
/// </summary>
internal sealed record Sequence(Code Root, bool IsNullable, Value Item) : Value
{
    /// <summary>Whether the root has a <c>Count</c>.</summary>
    public bool HasCount { get; init; }

    /// <summary>Converts a root that is not null to elements; null if the root is the list of elements.</summary>
    public Func<Code, Code>? From { get; init; }

    public Code Condition { get; init; } = Code.True;

    /// <summary>Whether null items are dropped.</summary>
    public bool DropsNulls { get; init; }

    /// <summary>Whether the elements are the unfiltered elements of the root.</summary>
    public bool IsUntouched => From is null && Condition == Code.True;
}
