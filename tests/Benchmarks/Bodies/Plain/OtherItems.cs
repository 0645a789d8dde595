using System;
using System.Collections.Generic;

namespace DataZoneGen.Benchmarks.Bodies.Plain;

/// <summary>A glossary.</summary>
internal sealed class GlossaryItem
{
    public string DomainId { get; set; } = "";

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string OwningProjectId { get; set; } = "";

    public string? Description { get; set; }

    public string? Status { get; set; }

    public List<string>? UsageRestrictions { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? UpdatedBy { get; set; }

    public ItemAdditionalAttributes? AdditionalAttributes { get; set; }
}

/// <summary>A term of a glossary.</summary>
internal sealed class GlossaryTermItem
{
    public string DomainId { get; set; } = "";

    public string GlossaryId { get; set; } = "";

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? ShortDescription { get; set; }

    public List<string>? UsageRestrictions { get; set; }

    public string? LongDescription { get; set; }

    public TermRelations? TermRelations { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? UpdatedBy { get; set; }

    public ItemAdditionalAttributes? AdditionalAttributes { get; set; }
}

/// <summary>The relations of a term to others.</summary>
internal sealed class TermRelations
{
    public List<string>? IsA { get; set; }

    public List<string>? Classifies { get; set; }
}

/// <summary>A data product.</summary>
internal sealed class DataProductResultItem
{
    public string DomainId { get; set; } = "";

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string OwningProjectId { get; set; } = "";

    public string? Description { get; set; }

    public List<string>? GlossaryTerms { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? FirstRevisionCreatedAt { get; set; }

    public string? FirstRevisionCreatedBy { get; set; }

    public ItemAdditionalAttributes? AdditionalAttributes { get; set; }
}

/// <summary>What a caller of Search can ask for in addition.</summary>
internal sealed class ItemAdditionalAttributes
{
    public List<MatchRationaleItem>? MatchRationale { get; set; }
}
