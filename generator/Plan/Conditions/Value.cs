using System;
using System.Collections.Generic;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <summary>What an expression gives, as far as it is known when the client is generated: types always, values sometimes.</summary>
internal abstract record Value;

/// <summary>The value of one C# expression. Its type is never a list that only the expression makes: that is a <see cref="Sequence"/>.</summary>
internal sealed record Plain(Code Code, TypePlan Type, bool IsNullable) : Value
{
    /// <summary>
    /// Whether the next step needs <c>?.</c>. It does not where only a step further left may give null: C# leaves the
    /// whole chain then.
    /// </summary>
    public bool NeedsConditional { get; init; } = IsNullable;

    /// <summary>
    /// How the value comes about where it is null only for a null root. A comparison takes it from here: it has no use for
    /// the null.
    /// </summary>
    public FromRoot? Source { get; init; }

    /// <summary>A simpler expression that is zero when this one is, and positive when this one is.</summary>
    public Code? SameSign { get; init; }
}

/// <summary>What is made of a root that is not null.</summary>
internal sealed record FromRoot(Code Root, Func<Code, Code> Make);

/// <summary>A value that stands in the expression.</summary>
internal sealed record Constant(Literal Literal) : Value;

/// <summary>A condition. It is null where neither <see cref="IsTrue"/> nor <see cref="IsFalse"/> holds.</summary>
internal sealed record Test(Code IsTrue, Code IsFalse, bool IsNullable) : Value
{
    public static Test Of(Code condition) => new(condition, Code.Not(condition), IsNullable: false);
}

/// <summary><c>left || right</c> or <c>left &amp;&amp; right</c>: one of the two values, which need not have one type.</summary>
internal sealed record Choice(Value Left, Value Right, bool IsOr) : Value;

/// <summary>A list whose elements are known one by one. It is null where <see cref="Guard"/> does not hold.</summary>
internal sealed record Group(IReadOnlyList<Value> Items, Code Guard) : Value;

/// <summary>
/// A list: <see cref="Item"/> for each <c>item</c> of what <see cref="From"/> makes of <see cref="Root"/>, as far as
/// <see cref="Condition"/> holds for it.
/// </summary>
internal sealed record Sequence(Code Root, bool IsNullable, Value Item) : Value
{
    /// <summary>Whether the root has a <c>Count</c>.</summary>
    public bool HasCount { get; init; }

    /// <summary>What is made of a root that is not null, before the condition.</summary>
    public Func<Code, Code>? From { get; init; }

    public Code Condition { get; init; } = Code.True;

    /// <summary>Whether items that are null do not count.</summary>
    public bool DropsNulls { get; init; }

    /// <summary>Whether the elements are those of the root itself.</summary>
    public bool IsUntouched => From is null && Condition == Code.True;
}
