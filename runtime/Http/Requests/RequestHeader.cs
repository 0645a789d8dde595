namespace DataZoneGen.Core;

/// <summary>One header of a request.</summary>
internal readonly record struct RequestHeader(string Name, string Value);
