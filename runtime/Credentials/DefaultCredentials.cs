using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>
/// Where credentials come from when the client is given none: a profile that is asked for by name, else the environment, else the usual AWS
/// chain. AWSSDK.Core, which knows profiles and the chain, is not even loaded when the environment has credentials.
/// </summary>
internal sealed class DefaultCredentials(string? profile, EnvironmentVariables variables) : IAwsCredentialsProvider
{
    private IAwsCredentialsProvider? _source;

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
        => (_source ??= Find()).GetCredentialsAsync(cancellationToken);

    private IAwsCredentialsProvider Find()
    {
        if (profile is null && EnvironmentCredentials.Find(variables) is { } credentials)
        {
            return credentials;
        }

        return RuntimeFeatures.UsesSdkChain
            ? Chain(profile)
            : throw new AwsCredentialsException(
                "No credentials: set options.Credentials, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. This app was built without the AWS chain.");
    }

    // Not inlined, so that the caller can run without AWSSDK.Core.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SdkChain Chain(string? profile) => new(profile);
}
