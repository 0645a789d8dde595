namespace DataZoneGen.Core;

/// <summary>A profile of the shared AWS configuration files.</summary>
/// <param name="name">The name of the profile.</param>
/// <param name="inConfigFile">The section in the config file, if any.</param>
/// <param name="inCredentialsFile">The section in the credentials file, if any.</param>
internal sealed class SharedProfile(string name, SharedSection? inConfigFile, SharedSection? inCredentialsFile)
{
    public string Name => name;

    public SharedSection? InConfigFile => inConfigFile;

    public SharedSection? InCredentialsFile => inCredentialsFile;

    /// <summary>The value of a property; <see langword="null"/> if it is missing or empty in both files. The credentials file takes precedence.</summary>
    /// <inheritdoc cref="SharedSection.this" path="/exception"/>
    public string? this[string key] => inCredentialsFile?[key] ?? inConfigFile?[key];

    /// <inheritdoc cref="SharedSection.Problem"/>
    public string? Problem => inCredentialsFile?.Problem ?? inConfigFile?.Problem;

    /// <summary>Returns the name of the profile to use: the one from the options, then <c>AWS_PROFILE</c>, then <c>default</c>.</summary>
    public static string GetName(string? fromOptions, EnvironmentVariables variables) => fromOptions ?? variables["AWS_PROFILE"] ?? "default";
}
