namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>An expression of an endpoint rule as C#.</summary>
/// <param name="Type">What it gives.</param>
/// <param name="Text">The C# expression.</param>
internal sealed record RuleCode(RuleType Type, string Text)
{
    /// <summary>Whether the value may be missing.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the expression needs parentheses where it is an operand.</summary>
    public bool IsOperation { get; init; }

    /// <summary>Whether the expression is an operation that holds less together than <c>&amp;&amp;</c> does.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The value, where it is known already: <c>if (true)</c> would make the compiler warn.</summary>
    public string? Constant { get; init; }

    public bool? Truth => Type == RuleType.Boolean && Constant is not null ? Constant == "true" : null;

    public static RuleCode Boolean(bool value) => new(RuleType.Boolean, value ? "true" : "false") { Constant = value ? "true" : "false" };

    public static RuleCode String(string value) => new(RuleType.String, Literals.String(value)) { Constant = value };

    public static RuleCode Comparison(string left, string comparison, string right) =>
        new(RuleType.Boolean, left + " " + comparison + " " + right) { IsOperation = true };

    /// <summary>The C# type of a variable that holds the value.</summary>
    public string CSharpType => Type switch
    {
        RuleType.Boolean => "bool",
        RuleType.Strings => CSharpTypes.ReadOnlyList + "<string>",
        RuleType.Partition => CSharpTypes.Wire + "AwsPartition",
        RuleType.Url => CSharpTypes.Wire + "EndpointUrl",
        RuleType.Arn => CSharpTypes.Wire + "EndpointArn",
        _ => "string",
    } + (IsNullable ? "?" : "");

    /// <summary>The expression where nothing may be missing. Rules see to it before they come here; those that do not get no endpoint.</summary>
    public string NonNull => IsNullable ? "(" + Operand + " ?? \"\")" : Text;

    /// <summary>The expression as an operand.</summary>
    public string Operand => IsOperation ? "(" + Text + ")" : Text;

    /// <summary>The expression between <c>&amp;&amp;</c>.</summary>
    public string Part => IsLoose ? "(" + Text + ")" : Text;

    /// <summary>The expression as a condition, which does not hold where the value is missing.</summary>
    public RuleCode Condition => Type == RuleType.Boolean && IsNullable ? Comparison(Operand, "==", "true") : this;

    public RuleCode Not() => this switch
    {
        { Truth: { } truth } => Boolean(!truth),
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
