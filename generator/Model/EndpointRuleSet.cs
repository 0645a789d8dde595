using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.Model;

/// <summary>The rules that turn a region, client settings and the service's own parameters into an endpoint.</summary>
internal sealed record EndpointRuleSet(EquatableArray<EndpointParameter> Parameters, EquatableArray<EndpointRule> Rules, SourceLocation SourceLocation)
{
    /// <summary>Set when a part could not be read, so that the rules are incomplete.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>What these records cannot say of the rules, if anything.</summary>
    public string? Unsupported { get; init; }
}

/// <summary>A parameter of the rules; <see cref="BuiltIn"/> names the client setting it takes its value from.</summary>
internal sealed record EndpointParameter(string Name, EndpointParameterType Type, string? BuiltIn)
{
    public bool IsRequired { get; init; }

    /// <summary>The value where none is given.</summary>
    public RuleExpression? Default { get; init; }

    public string? Documentation { get; init; }
}

internal enum EndpointParameterType
{
    String,
    Boolean,
    Strings,
}

/// <summary>A parameter that is a setting of the service's clients.</summary>
internal sealed record ClientContextParam(string Name, EndpointParameterType Type, string? Documentation);

/// <summary>A parameter whose value is found in an operation's input, by a JMESPath.</summary>
internal sealed record ContextPath(string Parameter, string Path);

/// <summary>One rule: when all conditions hold, it gives an endpoint, an error, or goes on with rules of its own.</summary>
internal sealed record EndpointRule
{
    public EquatableArray<EndpointCondition> Conditions { get; init; }

    /// <summary>What an endpoint rule gives.</summary>
    public EndpointTarget? Endpoint { get; init; }

    /// <summary>The message of an error rule.</summary>
    public RuleExpression? Error { get; init; }

    /// <summary>The rules of a tree rule.</summary>
    public EquatableArray<EndpointRule> Rules { get; init; }
}

/// <summary>A condition, which may give its value a name for what follows.</summary>
internal sealed record EndpointCondition(FunctionExpression Function, string? Assign);

/// <summary>An endpoint with what belongs to it.</summary>
internal sealed record EndpointTarget(RuleExpression Url)
{
    /// <summary>The ways to sign that the endpoint accepts, best first.</summary>
    public EquatableArray<EndpointScheme> AuthSchemes { get; init; }

    /// <summary>A header with several values occurs several times.</summary>
    public EquatableArray<RuleField> Headers { get; init; }

    public EquatableArray<RuleField> Properties { get; init; }
}

internal sealed record EndpointScheme(string Name, EquatableArray<RuleField> Attributes);

/// <summary>A name and its value.</summary>
internal sealed record RuleField(string Name, RuleExpression Value);

internal abstract record RuleExpression;

/// <summary>Text with <c>{Name}</c> and <c>{Name#attribute}</c> in it.</summary>
internal sealed record TemplateExpression(string Text) : RuleExpression;

/// <summary>Text that stands for itself.</summary>
internal sealed record TextExpression(string Text) : RuleExpression;

internal sealed record BooleanExpression(bool Value) : RuleExpression;

internal sealed record NumberExpression(string Text) : RuleExpression;

internal sealed record ArrayExpression(EquatableArray<RuleExpression> Items) : RuleExpression;

/// <summary>An object as a property of an endpoint may have it.</summary>
internal sealed record ObjectExpression(EquatableArray<RuleField> Fields) : RuleExpression;

internal sealed record ReferenceExpression(string Name) : RuleExpression;

internal sealed record FunctionExpression(string Name, EquatableArray<RuleExpression> Arguments) : RuleExpression;
