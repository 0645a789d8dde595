namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>A C# expression of an endpoint rule.</summary>
/// <param name="Type">The type of the value.</param>
/// <param name="Text">The C# expression.</param>
internal sealed record RuleCode(RuleType Type, string Text)
{
    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the expression needs parentheses if it is an operand.</summary>
    public bool IsOperation { get; init; }

    /// <summary>Whether the expression has a lower precedence than <c>&amp;&amp;</c>.</summary>
    public bool HasLowPrecedence { get; init; }

    /// <summary>The value if it is constant. The compiler would warn about <c>if (true)</c>.</summary>
    public string? Constant { get; init; }

    public bool? ConstantBoolean => Type == RuleType.Boolean && Constant is not null ? Constant == "true" : null;

    public static RuleCode Boolean(bool value) => new(RuleType.Boolean, value ? "true" : "false") { Constant = value ? "true" : "false" };

    public static RuleCode String(string value) => new(RuleType.String, Literals.String(value)) { Constant = value };

    public static RuleCode Comparison(string left, string comparison, string right) =>
        new(RuleType.Boolean, left + " " + comparison + " " + right) { IsOperation = true };

    /// <summary>The C# type of a variable for the value.</summary>
    public string CSharpType => Type switch
    {
        RuleType.Boolean => "bool",
        RuleType.Strings => CSharpTypes.ReadOnlyList + "<string>",
        RuleType.Partition => CSharpTypes.Wire + "AwsPartition",
        RuleType.Url => CSharpTypes.Wire + "EndpointUrl",
        RuleType.Arn => CSharpTypes.Wire + "EndpointArn",
        _ => "string",
    } + (IsNullable ? "?" : "");

    /// <summary>The expression as a value that is not null. Correct rules check this before; other rules get an empty string, which is not a valid endpoint.</summary>
    public string NonNull => IsNullable ? "(" + Operand + " ?? \"\")" : Text;

    /// <summary>The expression as an operand.</summary>
    public string Operand => IsOperation ? "(" + Text + ")" : Text;

    /// <summary>The expression as an operand of <c>&amp;&amp;</c>.</summary>
    public string Part => HasLowPrecedence ? "(" + Text + ")" : Text;

    /// <summary>The expression as a condition, which is false if the value is null.</summary>
    public RuleCode Condition => Type == RuleType.Boolean && IsNullable ? Comparison(Operand, "==", "true") : this;

    public RuleCode Not() => this switch
    {
        { ConstantBoolean: { } truth } => Boolean(!truth),
        { IsNullable: true } => Comparison(Operand, "!=", "true"),
        _ => new(RuleType.Boolean, "!" + Operand),
    };
}

internal enum RuleType
{
    Boolean,
    String,
    Strings,
    Integer,
    Partition,
    Url,
    Arn,
}
