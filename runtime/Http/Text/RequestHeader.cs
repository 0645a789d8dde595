namespace DataZoneGen.Core;

/// <summary>A request header.</summary>
internal readonly record struct RequestHeader(string Name, string Value);
