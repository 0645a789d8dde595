using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>An access key id with its secret access key, and the session token of temporary credentials. It is also a provider that returns itself.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AwsCredentials : IAwsCredentialsProvider
{
    private const int VisibleCharacters = 4;

    /// <summary>Initializes a new instance of the <see cref="AwsCredentials"/> class.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The session token of temporary credentials; <see langword="null"/> or empty for long-term credentials.</param>
    /// <param name="expiration">The time when temporary credentials expire; <see langword="null"/> if they do not expire or the time is not known.</param>
    /// <exception cref="ArgumentException">The id or the secret is empty, or the id or the token has characters that are not allowed in a header.</exception>
    public AwsCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null, DateTimeOffset? expiration = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessKeyId);
        ArgumentException.ThrowIfNullOrEmpty(secretAccessKey);
        ThrowIfInvalid(accessKeyId, nameof(accessKeyId));
        ThrowIfInvalid(sessionToken, nameof(sessionToken));
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = string.IsNullOrEmpty(sessionToken) ? null : sessionToken;
        Expiration = expiration;
    }

    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret access key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretAccessKey { get; }

    /// <summary>The session token of temporary credentials; <see langword="null"/> for long-term credentials.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; }

    /// <summary>The time when the credentials expire; <see langword="null"/> if they do not expire or the time is not known.</summary>
    public DateTimeOffset? Expiration { get; }

    /// <summary>
    /// The id of the account that the credentials belong to; <see langword="null"/> if it is not known. Some services have an endpoint for each account,
    /// see <see cref="AwsClientOptions.AccountIdEndpointMode"/>.
    /// </summary>
    public string? AccountId { get; init; }

    /// <inheritdoc/>
    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(this);

    /// <summary>Returns a text that identifies the access key by the last four characters of its id.</summary>
    /// <returns>The text, which is safe to log.</returns>
    public override string ToString()
        => AccessKeyId.Length > 2 * VisibleCharacters ? "AwsCredentials …" + AccessKeyId[^VisibleCharacters..] : "AwsCredentials";

    private static void ThrowIfInvalid(ReadOnlySpan<char> value, string name)
    {
        if (value.ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The value has a space or another character that is not allowed in a header.", name);
        }
    }
}
