namespace DataZoneGen.Core;

/// <summary>A Boolean endpoint parameter that the environment and the profile can set.</summary>
/// <param name="Parameter">The name of the parameter in the endpoint rules.</param>
/// <param name="Variable">The environment variable.</param>
/// <param name="Key">The key in the profile.</param>
internal sealed record StorageSetting(string Parameter, string Variable, string Key);
