using System;

namespace DataZoneGen.Wire;

/// <summary>The variables of the process's environment, or of another one in tests. An empty variable counts as none.</summary>
internal sealed class EnvironmentVariables(Func<string, string?> read)
{
    public static readonly EnvironmentVariables OfProcess = new(Environment.GetEnvironmentVariable);

    /// <summary>The name of a variable that one service has for itself, such as <c>AWS_ENDPOINT_URL_DATAZONE</c>.</summary>
    public static string OfService(string name, string serviceId) => name + "_" + serviceId.Replace(' ', '_').ToUpperInvariant();

    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;
}
