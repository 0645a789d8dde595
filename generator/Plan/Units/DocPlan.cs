namespace DataZoneGen.Generator.Plan.Units;

/// <summary>XML documentation: a summary, and paragraphs and lists of remarks.</summary>
internal sealed record DocPlan(string Summary, EquatableArray<string> Remarks);
