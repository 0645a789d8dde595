namespace DataZoneGen.Generator.Plan.Units;

/// <summary>Paragraphs and lists of XML documentation, ready to be written; the summary is a paragraph.</summary>
internal sealed record DocPlan(string Summary, EquatableArray<string> Remarks);
