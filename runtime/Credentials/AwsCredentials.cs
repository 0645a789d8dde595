using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>An access key with its secret, and the session token of temporary credentials. Also a source of credentials: of these.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AwsCredentials : IAwsCredentialsProvider
{
    private const int ShownCharacters = 4;

    /// <summary>Makes credentials.</summary>
    /// <param name="accessKeyId">The access key's id.</param>
    /// <param name="secretAccessKey">The secret.</param>
    /// <param name="sessionToken">The session token of temporary credentials; <see langword="null"/> or empty for others.</param>
    /// <param name="expiration">When temporary credentials end; <see langword="null"/> when they do not or it is not known.</param>
    /// <exception cref="ArgumentException">The id or the secret is empty, or id or token have characters that no header may hold.</exception>
    public AwsCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null, DateTimeOffset? expiration = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessKeyId);
        ArgumentException.ThrowIfNullOrEmpty(secretAccessKey);
        ThrowIfNotSendable(accessKeyId, nameof(accessKeyId));
        ThrowIfNotSendable(sessionToken, nameof(sessionToken));
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = string.IsNullOrEmpty(sessionToken) ? null : sessionToken;
        Expiration = expiration;
    }

    /// <summary>The access key's id.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretAccessKey { get; }

    /// <summary>The session token of temporary credentials; <see langword="null"/> for others.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; }

    /// <summary>When the credentials end; <see langword="null"/> when they do not or it is not known.</summary>
    public DateTimeOffset? Expiration { get; }

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(this);

    /// <summary>Tells which access key this is without giving it away: the last four characters of its id.</summary>
    /// <returns>The text, fit for logs.</returns>
    public override string ToString()
        => AccessKeyId.Length > 2 * ShownCharacters ? "AwsCredentials …" + AccessKeyId[^ShownCharacters..] : "AwsCredentials";

    private static void ThrowIfNotSendable(ReadOnlySpan<char> value, string name)
    {
        if (value.ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("It has a blank or another character that cannot be sent in a header.", name);
        }
    }
}
