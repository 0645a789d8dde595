namespace DataZoneGen.Core;

/// <summary>One profile of the shared AWS configuration files.</summary>
/// <param name="name">Its name.</param>
/// <param name="inConfigFile">Its section in the config file, if there is one.</param>
/// <param name="inCredentialsFile">Its section in the credentials file, if there is one.</param>
internal sealed class SharedProfile(string name, SharedSection? inConfigFile, SharedSection? inCredentialsFile)
{
    public string Name => name;

    public SharedSection? InConfigFile => inConfigFile;

    public SharedSection? InCredentialsFile => inCredentialsFile;

    /// <summary>The value of a property, which counts more in the credentials file; <see langword="null"/> when it is missing or empty in both.</summary>
    /// <inheritdoc cref="SharedSection.this" path="/exception"/>
    public string? this[string key] => inCredentialsFile?[key] ?? inConfigFile?[key];

    /// <inheritdoc cref="SharedSection.Problem"/>
    public string? Problem => inCredentialsFile?.Problem ?? inConfigFile?.Problem;

    /// <summary>The name of the profile to use: the one asked for in code, else the one in <c>AWS_PROFILE</c>, else <c>default</c>.</summary>
    public static string NameFor(string? asked, EnvironmentVariables variables) => asked ?? variables["AWS_PROFILE"] ?? "default";
}
