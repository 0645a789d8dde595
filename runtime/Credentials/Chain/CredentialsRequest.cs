using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Whose credentials a <see cref="CredentialsExtension"/> is to fetch, with the environment and the shared files as they are now.</summary>
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

    /// <summary>The profile; <see langword="null"/> for the web identity that the environment names.</summary>
    public string? Profile { get; }

    /// <summary>The region of the client that asks; <see langword="null"/> when it has none.</summary>
    public string? Region { get; }

    /// <summary>The region that the environment says; <see langword="null"/> when it says none.</summary>
    public static string? RegionOfEnvironment =>
        EnvironmentVariables.OfProcess["AWS_REGION"] ?? EnvironmentVariables.OfProcess["AWS_DEFAULT_REGION"];

    /// <summary>Makes the provider that clients have which are given no credentials.</summary>
    /// <param name="profile">The profile asked for; <see langword="null"/> for what the environment says.</param>
    /// <param name="region">The region of services that give out credentials; <see langword="null"/> for the one in the environment.</param>
    /// <returns>The provider.</returns>
    public static IAwsCredentialsProvider CreateDefaultProvider(string? profile, string? region) =>
        new DefaultCredentials(profile, region ?? RegionOfEnvironment, EnvironmentVariables.OfProcess, TimeProvider.System, log: null);

    /// <summary>A variable of the environment; <see langword="null"/> when it is missing or empty.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value.</returns>
    public string? Variable(string name) => _variables[name];

    /// <summary>Finds a profile in the shared files.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The profile; <see langword="null"/> when it is in neither file.</returns>
    public CredentialsProfile? FindProfile(string name) =>
        _files.FindProfile(name) is { } profile ? new CredentialsProfile(profile, _files) : null;

    /// <summary>Fetches credentials from where <c>credential_source</c> of a profile says.</summary>
    /// <param name="source"><c>Environment</c>, <c>EcsContainer</c> or <c>Ec2InstanceMetadata</c>.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="AwsCredentialsException">There are none, or there is no such source.</exception>
    public ValueTask<AwsCredentials> FetchFromSourceAsync(string source, CancellationToken cancellationToken) => source switch
    {
        "Environment" => new(EnvironmentCredentials.Find(_variables)
            ?? throw new AwsCredentialsException("The credential_source of the profile is the environment, which has no access key.")),
        "EcsContainer" => (ContainerCredentials.Find(_variables, _timeProvider)
            ?? throw new AwsCredentialsException("The credential_source of the profile is the container, of which no variable tells.")).FetchAsync(cancellationToken),
        "Ec2InstanceMetadata" => (InstanceMetadata.Find(_variables, Profile is null ? null : _files.FindProfile(Profile), _timeProvider)
            ?? throw new AwsCredentialsException("The credential_source of the profile is the instance's metadata, which is turned off.")).FetchCredentialsAsync(cancellationToken),
        _ => throw new AwsCredentialsException("The credential_source of the profile has to be Environment, EcsContainer or Ec2InstanceMetadata."),
    };
}
