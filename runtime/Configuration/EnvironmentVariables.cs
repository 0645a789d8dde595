using System;

namespace DataZoneGen.Core;

/// <summary>The environment variables of the process, or others in tests. An empty variable counts as not set.</summary>
/// <param name="read">Reads a variable.</param>
/// <param name="findHome">Finds the home folder if no variable has it.</param>
internal sealed class EnvironmentVariables(Func<string, string?> read, Func<string?>? findHome = null)
{
    public static readonly EnvironmentVariables Process =
        new(Environment.GetEnvironmentVariable, static () => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The home folder, for <c>~</c>; <see langword="null"/> if there is none.</summary>
    public string? Home => this["HOME"] ?? this["USERPROFILE"] ?? (findHome?.Invoke() is { Length: > 0 } home ? home : null);

    /// <summary>Returns the name of a variable that is specific to a service, such as <c>AWS_ENDPOINT_URL_DATAZONE</c>.</summary>
    public static string GetNameForService(string name, string serviceId) => name + "_" + serviceId.Replace(' ', '_').ToUpperInvariant();

    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;
}
