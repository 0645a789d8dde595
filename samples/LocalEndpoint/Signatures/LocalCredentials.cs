namespace LocalEndpoint.Signatures;

/// <summary>Credentials that the local endpoint accepts. They are not secret, because they are valid only there.</summary>
internal sealed record LocalCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>The default credentials, without a session token.</summary>
    public static LocalCredentials Default { get; } = new("AKIDLOCALDATAZONE000", "local/secret+for=127.0.0.1");
}
