using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.JmesPath;

/// <summary>A JSON value in an expression, or the expected value of a waiter.</summary>
internal abstract record Literal
{
    public static readonly Literal Null = new NullLiteral();

    /// <summary>Whether JMESPath treats the value as true: not null, not false and not empty.</summary>
    public abstract bool IsTruthy { get; }

    public abstract string Description { get; }
}

internal sealed record NullLiteral : Literal
{
    public override bool IsTruthy => false;

    public override string Description => "null";
}

internal sealed record BooleanLiteral(bool Value) : Literal
{
    public override bool IsTruthy => Value;

    public override string Description => Value ? "true" : "false";
}

internal sealed record NumberLiteral(double Value) : Literal
{
    public override bool IsTruthy => true;

    public override string Description => Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record StringLiteral(string Value) : Literal
{
    public override bool IsTruthy => Value.Length > 0;

    public override string Description => "'" + Value + "'";
}

internal sealed record ListLiteral(IReadOnlyList<Literal> Items) : Literal
{
    public override bool IsTruthy => Items.Count > 0;

    public override string Description => "[" + string.Join(", ", Items.Select(static i => i.Description)) + "]";
}

internal sealed record ObjectLiteral(int Count) : Literal
{
    public override bool IsTruthy => Count > 0;

    public override string Description => Count > 0 ? "an object" : "{}";
}
