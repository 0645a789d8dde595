namespace DataZoneGen.Core;

/// <summary>The identity that a request is authenticated with: credentials, a bearer token, or neither for operations without authentication.</summary>
internal sealed class Identity
{
    public static readonly Identity None = new();

    private Identity()
    {
    }

    public Identity(AwsCredentials credentials) => Credentials = credentials;

    /// <summary>Initializes a new instance of the <see cref="Identity"/> class from a bearer token.</summary>
    /// <exception cref="AwsCredentialsException">The token is missing or not valid. The message does not quote it.</exception>
    public Identity(string? token) => Token = string.IsNullOrEmpty(token)
        ? throw new AwsCredentialsException("The token provider returned no token.")
        : MessageHeaders.IsValidCredential(token)
        ? token
        : throw new AwsCredentialsException("The bearer token has a space, a line break or another character that is not allowed in a header.");

    public AwsCredentials? Credentials { get; }

    public string? Token { get; }

    /// <summary>Whether another identity has the same credentials or token.</summary>
    public bool IsSameAs(Identity other) => Token == other.Token
        && Credentials?.AccessKeyId == other.Credentials?.AccessKeyId
        && Credentials?.SecretAccessKey == other.Credentials?.SecretAccessKey
        && Credentials?.SessionToken == other.Credentials?.SessionToken;
}
