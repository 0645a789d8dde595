namespace DataZoneGen.Core;

/// <summary>The source that the default chain has chosen.</summary>
/// <param name="Provider">The source.</param>
/// <param name="Name">What it is, for logs.</param>
/// <param name="Fingerprint">Differs when the source has to be another one although its name is the same.</param>
internal sealed record CredentialsSource(IAwsCredentialsProvider Provider, string Name, string? Fingerprint = null)
{
    public bool IsSameAs(CredentialsSource other) => Name == other.Name && Fingerprint == other.Fingerprint && (Provider, other.Provider) switch
    {
        (AwsCredentials mine, AwsCredentials theirs) =>
            mine.AccessKeyId == theirs.AccessKeyId && mine.SecretAccessKey == theirs.SecretAccessKey && mine.SessionToken == theirs.SessionToken,
        var (mine, theirs) => mine.GetType() == theirs.GetType(),
    };
}
