using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>A request to a <see cref="CredentialsExtension"/>: the profile, the environment, and the current content of the shared files.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CredentialsRequest
{
    private readonly EnvironmentVariables _variables;
    private readonly SharedFiles _files;
    private readonly TimeProvider _timeProvider;

    internal CredentialsRequest(string? profile, string? region, EnvironmentVariables variables, TimeProvider timeProvider)
    {
        Profile = profile;
        Region = region;
        _variables = variables;
        _timeProvider = timeProvider;
        _files = SharedFiles.ReadAll(variables);
    }

    /// <summary>The profile; <see langword="null"/> for the web identity in the environment.</summary>
    public string? Profile { get; }

    /// <summary>The region of the client; <see langword="null"/> if it is not known.</summary>
    public string? Region { get; }

    /// <summary>The region in the environment; <see langword="null"/> if it is not set.</summary>
    public static string? EnvironmentRegion =>
        EnvironmentVariables.Process["AWS_REGION"] ?? EnvironmentVariables.Process["AWS_DEFAULT_REGION"];

    /// <summary>Creates the provider that clients use if the options have no credentials.</summary>
    /// <param name="profile">The profile; <see langword="null"/> for the one in the environment.</param>
    /// <param name="region">The region for calls to STS; <see langword="null"/> for the one in the environment.</param>
    /// <returns>The provider.</returns>
    public static IAwsCredentialsProvider CreateDefaultProvider(string? profile, string? region) =>
        new DefaultCredentials(profile, region ?? EnvironmentRegion, EnvironmentVariables.Process, TimeProvider.System, log: null);

    /// <summary>Gets an environment variable.</summary>
    /// <param name="name">The name of the variable.</param>
    /// <returns>The value; <see langword="null"/> if the variable is missing or empty.</returns>
    public string? GetVariable(string name) => _variables[name];

    /// <summary>Finds a profile in the shared files.</summary>
    /// <param name="name">The name of the profile.</param>
    /// <returns>The profile; <see langword="null"/> if it is in neither file.</returns>
    public CredentialsProfile? FindProfile(string name) =>
        _files.FindProfile(name) is { } profile ? new CredentialsProfile(profile, _files) : null;

    /// <summary>Fetches credentials from the <c>credential_source</c> of a profile.</summary>
    /// <param name="source"><c>Environment</c>, <c>EcsContainer</c> or <c>Ec2InstanceMetadata</c>.</param>
    /// <param name="cancellationToken">Cancels the fetch.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="AwsCredentialsException">The source has no credentials, or is unknown.</exception>
    public ValueTask<AwsCredentials> FetchFromSourceAsync(string source, CancellationToken cancellationToken) => source switch
    {
        "Environment" => new(EnvironmentCredentials.Find(_variables)
            ?? throw new AwsCredentialsException("The credential_source of the profile is Environment, but the environment has no access key.")),
        "EcsContainer" => (ContainerCredentials.Find(_variables, _timeProvider)
            ?? throw new AwsCredentialsException("The credential_source of the profile is EcsContainer, but no environment variable has the endpoint of the container's credentials.")).FetchAsync(cancellationToken),
        "Ec2InstanceMetadata" => (InstanceMetadata.Find(_variables, Profile is null ? null : _files.FindProfile(Profile), _timeProvider)
            ?? throw new AwsCredentialsException("The credential_source of the profile is Ec2InstanceMetadata, but the instance metadata service is disabled.")).FetchCredentialsAsync(cancellationToken),
        _ => throw new AwsCredentialsException("The credential_source of the profile must be Environment, EcsContainer or Ec2InstanceMetadata."),
    };
}
