using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.Model;

/// <summary>The rules that resolve an endpoint from a region, client settings and the service's own parameters.</summary>
internal sealed record EndpointRuleSet(EquatableArray<EndpointParameter> Parameters, EquatableArray<EndpointRule> Rules, SourceLocation SourceLocation)
{
    /// <summary>Whether a part could not be read, so that the rules are incomplete.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>An unsupported feature of the rules; null if there is none.</summary>
    public string? Unsupported { get; init; }
}

/// <summary>A parameter of the rules. <see cref="BuiltIn"/> is the client setting that sets it.</summary>
internal sealed record EndpointParameter(string Name, EndpointParameterType Type, string? BuiltIn)
{
    public bool IsRequired { get; init; }

    /// <summary>The default value.</summary>
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

/// <summary>A parameter whose value a JMESPath expression reads from an operation's input.</summary>
internal sealed record ContextPath(string Parameter, string Path);

/// <summary>A rule. If all conditions are true, its result is an endpoint, an error, or the result of its nested rules.</summary>
internal sealed record EndpointRule
{
    public EquatableArray<EndpointCondition> Conditions { get; init; }

    /// <summary>The endpoint of an endpoint rule.</summary>
    public EndpointTarget? Endpoint { get; init; }

    /// <summary>The message of an error rule.</summary>
    public RuleExpression? Error { get; init; }

    /// <summary>The rules of a tree rule.</summary>
    public EquatableArray<EndpointRule> Rules { get; init; }
}

/// <summary>A condition, which can assign its value to a variable.</summary>
internal sealed record EndpointCondition(FunctionExpression Function, string? Assign);

/// <summary>An endpoint with its properties.</summary>
internal sealed record EndpointTarget(RuleExpression Url)
{
    /// <summary>The authentication schemes of the endpoint, in order of preference.</summary>
    public EquatableArray<EndpointScheme> AuthSchemes { get; init; }

    /// <summary>A header with several values occurs several times.</summary>
    public EquatableArray<RuleField> Headers { get; init; }

    public EquatableArray<RuleField> Properties { get; init; }
}

internal sealed record EndpointScheme(string Name, EquatableArray<RuleField> Attributes);

/// <summary>A name and its value.</summary>
internal sealed record RuleField(string Name, RuleExpression Value);

internal abstract record RuleExpression;

/// <summary>Text with placeholders: <c>{Name}</c> and <c>{Name#attribute}</c>.</summary>
internal sealed record TemplateExpression(string Text) : RuleExpression;

/// <summary>Literal text.</summary>
internal sealed record TextExpression(string Text) : RuleExpression;

internal sealed record BooleanExpression(bool Value) : RuleExpression;

internal sealed record NumberExpression(string Text) : RuleExpression;

internal sealed record ArrayExpression(EquatableArray<RuleExpression> Items) : RuleExpression;

/// <summary>An object in a property of an endpoint.</summary>
internal sealed record ObjectExpression(EquatableArray<RuleField> Fields) : RuleExpression;

internal sealed record ReferenceExpression(string Name) : RuleExpression;

internal sealed record FunctionExpression(string Name, EquatableArray<RuleExpression> Arguments) : RuleExpression;
