using System;

namespace DataZoneGen.Core;

/// <summary>The variables of the process's environment, or of another one in tests. An empty variable counts as none.</summary>
/// <param name="read">Reads a variable.</param>
/// <param name="findHome">Finds the user's folder where no variable says it.</param>
internal sealed class EnvironmentVariables(Func<string, string?> read, Func<string?>? findHome = null)
{
    public static readonly EnvironmentVariables OfProcess =
        new(Environment.GetEnvironmentVariable, static () => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The user's folder, which <c>~</c> stands for; <see langword="null"/> when there is none.</summary>
    public string? Home => this["HOME"] ?? this["USERPROFILE"] ?? (findHome?.Invoke() is { Length: > 0 } home ? home : null);

    /// <summary>The name of a variable that one service has for itself, such as <c>AWS_ENDPOINT_URL_DATAZONE</c>.</summary>
    public static string ForService(string name, string serviceId) => name + "_" + serviceId.Replace(' ', '_').ToUpperInvariant();

    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;
}
