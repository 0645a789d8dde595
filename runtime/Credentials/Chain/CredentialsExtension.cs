using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>
/// Fetches credentials and tokens that take calls of other services: roles, web identities, processes, single sign-on. The package
/// DataZoneGen.Credentials.Sdk registers one; clients ask it when the environment or a profile needs it.
/// </summary>
/// <remarks>It keeps nothing: clients keep what it fetches, have it replaced before it expires, and drop it when a service rejects it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CredentialsExtension
{
    private static CredentialsExtension? _registered;

    /// <summary>The extension of this process, if one is registered.</summary>
    internal static CredentialsExtension? Registered => Volatile.Read(ref _registered);

    /// <summary>Makes an extension known to all clients of the process, in place of an earlier one.</summary>
    /// <param name="extension">The extension.</param>
    public static void Register(CredentialsExtension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        Volatile.Write(ref _registered, extension);
    }

    /// <summary>Fetches the credentials of a profile or of the environment's web identity.</summary>
    /// <param name="request">Whose credentials to fetch, and what the environment and the files say.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="AwsCredentialsException">There are none, or whoever gives them out refused or failed.</exception>
    public abstract ValueTask<AwsCredentials> FetchCredentialsAsync(CredentialsRequest request, CancellationToken cancellationToken);

    /// <summary>Fetches the bearer token of a profile's single sign-on.</summary>
    /// <param name="request">Whose token to fetch, and what the environment and the files say.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <returns>The token.</returns>
    /// <exception cref="AwsCredentialsException">There is none, or whoever gives it out refused or failed.</exception>
    public abstract ValueTask<BearerToken> FetchTokenAsync(CredentialsRequest request, CancellationToken cancellationToken);
}
