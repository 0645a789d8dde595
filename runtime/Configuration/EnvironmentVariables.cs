using System;

namespace DataZoneGen.Wire;

/// <summary>The variables of the process's environment, or of another one in tests. An empty variable counts as none.</summary>
internal sealed class EnvironmentVariables(Func<string, string?> read)
{
    public static readonly EnvironmentVariables OfProcess = new(Environment.GetEnvironmentVariable);

    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;
}
