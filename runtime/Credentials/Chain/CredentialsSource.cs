namespace DataZoneGen.Core;

/// <summary>The source that the default chain has chosen.</summary>
/// <param name="Provider">The provider of the source.</param>
/// <param name="Name">The name of the source, for logs.</param>
/// <param name="Fingerprint">A text that changes if the source must be replaced although its name is the same.</param>
internal sealed record CredentialsSource(IAwsCredentialsProvider Provider, string Name, string? Fingerprint = null)
{
    public bool IsSameAs(CredentialsSource other) => Name == other.Name && Fingerprint == other.Fingerprint && (Provider, other.Provider) switch
    {
        (AwsCredentials left, AwsCredentials right) =>
            left.AccessKeyId == right.AccessKeyId && left.SecretAccessKey == right.SecretAccessKey && left.SessionToken == right.SessionToken
            && left.AccountId == right.AccountId,
        var (left, right) => left.GetType() == right.GetType(),
    };
}
