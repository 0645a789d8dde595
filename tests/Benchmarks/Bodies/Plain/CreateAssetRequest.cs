using System.Collections.Generic;

namespace DataZoneGen.Benchmarks.Bodies.Plain;

/// <summary>The body of CreateAsset as one writes it by hand for System.Text.Json: the members of the generated type without the one of the URL.</summary>
internal sealed class CreateAssetRequest
{
    public required string Name { get; init; }

    public string? ExternalIdentifier { get; init; }

    public required string TypeIdentifier { get; init; }

    public string? TypeRevision { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? GlossaryTerms { get; init; }

    public IReadOnlyList<FormInput>? FormsInput { get; init; }

    public required string OwningProjectIdentifier { get; init; }

    public PredictionConfiguration? PredictionConfiguration { get; init; }

    public string? ClientToken { get; init; }
}

/// <summary>A metadata form; its content is JSON.</summary>
internal sealed class FormInput
{
    public required string FormName { get; init; }

    public string? TypeIdentifier { get; init; }

    public string? TypeRevision { get; init; }

    public string? Content { get; init; }
}

/// <summary>The configuration of generated metadata.</summary>
internal sealed class PredictionConfiguration
{
    public BusinessNameGenerationConfiguration? BusinessNameGeneration { get; init; }
}

/// <summary>Whether names are generated.</summary>
internal sealed class BusinessNameGenerationConfiguration
{
    public bool? Enabled { get; init; }
}
