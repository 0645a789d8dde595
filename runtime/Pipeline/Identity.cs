namespace DataZoneGen.Wire;

/// <summary>Who sends a request: whose signature it carries, or whose token; neither for operations that ask for none.</summary>
internal sealed class Identity
{
    public static readonly Identity None = new();

    private Identity()
    {
    }

    public Identity(AwsCredentials credentials) => Credentials = credentials;

    public Identity(string token) => Token = token;

    public AwsCredentials? Credentials { get; }

    public string? Token { get; }

    /// <summary>Whether the other proves nothing else to a service.</summary>
    public bool IsSameAs(Identity other) => Token == other.Token
        && Credentials?.AccessKeyId == other.Credentials?.AccessKeyId
        && Credentials?.SecretAccessKey == other.Credentials?.SecretAccessKey
        && Credentials?.SessionToken == other.Credentials?.SessionToken;
}
