using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.Model;

/// <summary>The rules that turn a region and client settings into an endpoint.</summary>
internal sealed record EndpointRuleSet(EquatableArray<EndpointParameter> Parameters, EquatableArray<EndpointRule> Rules, Place Place)
{
    /// <summary>Set when a part could not be read, so that the rules are incomplete.</summary>
    public bool IsInvalid { get; init; }
}

/// <summary>A parameter of the rules; <see cref="BuiltIn"/> names the client setting it takes its value from.</summary>
internal sealed record EndpointParameter(string Name, bool IsBoolean, string? BuiltIn, string? Default);

/// <summary>One rule: when all conditions hold, it gives an endpoint, an error, or goes on with rules of its own.</summary>
internal sealed record EndpointRule
{
    public EquatableArray<EndpointCondition> Conditions { get; init; }

    /// <summary>The URL of an endpoint rule.</summary>
    public RuleExpression? Url { get; init; }

    /// <summary>The credential scope of an endpoint rule, where it differs from the service's own.</summary>
    public RuleExpression? SigningName { get; init; }

    public RuleExpression? SigningRegion { get; init; }

    /// <summary>The message of an error rule.</summary>
    public RuleExpression? Error { get; init; }

    /// <summary>The rules of a tree rule.</summary>
    public EquatableArray<EndpointRule> Rules { get; init; }

    /// <summary>What this reader could not express, if anything.</summary>
    public string? Unsupported { get; init; }
}

/// <summary>A condition, which may give its value a name for what follows.</summary>
internal sealed record EndpointCondition(FunctionExpression Function, string? Assign);

internal abstract record RuleExpression;

/// <summary>Text with <c>{Name}</c> and <c>{Name#attribute}</c> in it.</summary>
internal sealed record TemplateExpression(string Text) : RuleExpression;

internal sealed record BooleanExpression(bool Value) : RuleExpression;

internal sealed record NumberExpression(string Text) : RuleExpression;

internal sealed record ReferenceExpression(string Name) : RuleExpression;

internal sealed record FunctionExpression(string Name, EquatableArray<RuleExpression> Arguments) : RuleExpression;
