using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>
/// Fetches credentials and tokens that need calls to other services or processes: roles, web identities, credential processes, SSO sessions. The
/// package DataZoneGen.Credentials.Sdk registers an extension; clients use it if the environment or a profile needs it.
/// </summary>
/// <remarks>An extension caches nothing. Clients cache what it fetches, refresh it before it expires, and remove it if a service rejects it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CredentialsExtension
{
    private static CredentialsExtension? _registered;

    /// <summary>The extension that is registered in the process, if any.</summary>
    internal static CredentialsExtension? Registered => Volatile.Read(ref _registered);

    /// <summary>Registers an extension for all clients of the process. It replaces an earlier one.</summary>
    /// <param name="extension">The extension.</param>
    public static void Register(CredentialsExtension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        Volatile.Write(ref _registered, extension);
    }

    /// <summary>Fetches the credentials of a profile or of the web identity in the environment.</summary>
    /// <param name="request">The profile, the environment and the shared files.</param>
    /// <param name="cancellationToken">Cancels the fetch.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="AwsCredentialsException">There are no credentials, or their source failed.</exception>
    public abstract ValueTask<AwsCredentials> FetchCredentialsAsync(CredentialsRequest request, CancellationToken cancellationToken);

    /// <summary>Fetches the bearer token of a profile's SSO session.</summary>
    /// <param name="request">The profile, the environment and the shared files.</param>
    /// <param name="cancellationToken">Cancels the fetch.</param>
    /// <returns>The token.</returns>
    /// <exception cref="AwsCredentialsException">There is no token, or its source failed.</exception>
    public abstract ValueTask<BearerToken> FetchTokenAsync(CredentialsRequest request, CancellationToken cancellationToken);
}
