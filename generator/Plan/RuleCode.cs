namespace DataZoneGen.Generator.Plan;

/// <summary>An expression of an endpoint rule as C#.</summary>
/// <param name="Type">What it gives.</param>
/// <param name="Text">The C# expression.</param>
internal sealed record RuleCode(RuleType Type, string Text)
{
    /// <summary>Whether the value may be missing.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The value, where it is known already: <c>if (true)</c> would make the compiler warn.</summary>
    public string? Constant { get; init; }

    public bool? Truth => Type == RuleType.Boolean && Constant is not null ? Constant == "true" : null;

    public static RuleCode Boolean(bool value) => new(RuleType.Boolean, value ? "true" : "false") { Constant = value ? "true" : "false" };

    public static RuleCode String(string value) => new(RuleType.String, Literals.String(value)) { Constant = value };

    /// <summary>The expression as an argument that must not be null; the rules see to it before they come here.</summary>
    public string Sure => IsNullable ? Text + "!" : Text;

    /// <summary>The expression as an operand.</summary>
    public string Operand => Text.IndexOf(' ') >= 0 && Text[0] is not ('"' or '$') ? "(" + Text + ")" : Text;

    public RuleCode Not() => this switch
    {
        { Truth: { } truth } => Boolean(!truth),
        _ => new(RuleType.Boolean, "!" + Operand),
    };
}

internal enum RuleType
{
    Boolean,
    String,
    Partition,
}
