namespace DataZoneGen.Core;

/// <summary>Who sends a request: whose signature it carries, or whose token; neither for operations that ask for none.</summary>
internal sealed class Identity
{
    public static readonly Identity None = new();

    private Identity()
    {
    }

    public Identity(AwsCredentials credentials) => Credentials = credentials;

    /// <summary>The identity of a bearer token.</summary>
    /// <exception cref="AwsCredentialsException">There is no token, or it cannot be sent. The message does not repeat it.</exception>
    public Identity(string? token) => Token = string.IsNullOrEmpty(token)
        ? throw new AwsCredentialsException("The token provider returned no token.")
        : MessageHeaders.IsValidCredential(token)
        ? token
        : throw new AwsCredentialsException("The bearer token has a line break, a blank or another character that cannot be sent in a header.");

    public AwsCredentials? Credentials { get; }

    public string? Token { get; }

    /// <summary>Whether the other proves nothing else to a service.</summary>
    public bool IsSameAs(Identity other) => Token == other.Token
        && Credentials?.AccessKeyId == other.Credentials?.AccessKeyId
        && Credentials?.SecretAccessKey == other.Credentials?.SecretAccessKey
        && Credentials?.SessionToken == other.Credentials?.SessionToken;
}
