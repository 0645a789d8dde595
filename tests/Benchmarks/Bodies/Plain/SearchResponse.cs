using System;
using System.Collections.Generic;

namespace DataZoneGen.Benchmarks.Bodies.Plain;

/// <summary>The response of Search as one writes it by hand for System.Text.Json: the members of the generated types, with setters, and strings for enums.</summary>
internal sealed class SearchResponse
{
    public List<SearchInventoryResultItem>? Items { get; set; }

    public string? NextToken { get; set; }

    public int? TotalMatchCount { get; set; }
}

/// <summary>One of the members has a value.</summary>
internal sealed class SearchInventoryResultItem
{
    public GlossaryItem? GlossaryItem { get; set; }

    public GlossaryTermItem? GlossaryTermItem { get; set; }

    public AssetItem? AssetItem { get; set; }

    public DataProductResultItem? DataProductItem { get; set; }
}

/// <summary>An asset.</summary>
internal sealed class AssetItem
{
    public string DomainId { get; set; } = "";

    public string Identifier { get; set; } = "";

    public string Name { get; set; } = "";

    public string TypeIdentifier { get; set; } = "";

    public string TypeRevision { get; set; } = "";

    public string? ExternalIdentifier { get; set; }

    public string? Description { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? FirstRevisionCreatedAt { get; set; }

    public string? FirstRevisionCreatedBy { get; set; }

    public List<string>? GlossaryTerms { get; set; }

    public string OwningProjectId { get; set; } = "";

    public AssetItemAdditionalAttributes? AdditionalAttributes { get; set; }

    public List<string>? GovernedGlossaryTerms { get; set; }
}

/// <summary>What a caller of Search can ask for in addition.</summary>
internal sealed class AssetItemAdditionalAttributes
{
    public List<FormOutput>? FormsOutput { get; set; }

    public List<FormOutput>? ReadOnlyFormsOutput { get; set; }

    public List<TimeSeriesDataPointSummaryFormOutput>? LatestTimeSeriesDataPointFormsOutput { get; set; }

    public List<MatchRationaleItem>? MatchRationale { get; set; }
}

/// <summary>A metadata form; its content is JSON.</summary>
internal sealed class FormOutput
{
    public string FormName { get; set; } = "";

    public string? TypeName { get; set; }

    public string? TypeRevision { get; set; }

    public string? Content { get; set; }
}

/// <summary>The latest data point of a time series.</summary>
internal sealed class TimeSeriesDataPointSummaryFormOutput
{
    public string FormName { get; set; } = "";

    public string TypeIdentifier { get; set; } = "";

    public string? TypeRevision { get; set; }

    public DateTimeOffset Timestamp { get; set; }

    public string? ContentSummary { get; set; }

    public string? Id { get; set; }
}

/// <summary>Why an item is in the response.</summary>
internal sealed class MatchRationaleItem
{
    public List<TextMatchItem>? TextMatches { get; set; }
}

/// <summary>A text that contains what was searched.</summary>
internal sealed class TextMatchItem
{
    public string? Attribute { get; set; }

    public string? Text { get; set; }

    public List<MatchOffset>? MatchOffsets { get; set; }
}

/// <summary>A part of a text.</summary>
internal sealed class MatchOffset
{
    public int? StartOffset { get; set; }

    public int? EndOffset { get; set; }
}
