namespace LocalEndpoint.Signatures;

/// <summary>Credentials that the local endpoint knows. They open nothing else, so they may be shown.</summary>
internal sealed record LocalCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>The long-lived pair a local endpoint starts with.</summary>
    public static LocalCredentials Default { get; } = new("AKIDLOCALDATAZONE000", "local/secret+for=127.0.0.1");
}
