using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>
/// Where credentials come from when the client is given none: a profile that is asked for by name, else the environment, else the usual AWS
/// chain. AWSSDK.Core, which knows profiles and the chain, is not even loaded when the environment has credentials.
/// </summary>
internal sealed class DefaultCredentials(string? profile, EnvironmentVariables variables, TimeProvider timeProvider, ClientLog? log) : IAwsCredentialsProvider
{
    private volatile IAwsCredentialsProvider? _source;

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
        => (_source ?? Find()).GetCredentialsAsync(cancellationToken);

    public void Invalidate(AwsCredentials rejected)
    {
        if (ReferenceEquals(_source, rejected))
        {
            // The program may have changed its environment since.
            _source = null;
        }

        _source?.Invalidate(rejected);
    }

    private IAwsCredentialsProvider Find()
    {
        IAwsCredentialsProvider found = profile is null && EnvironmentCredentials.Find(variables) is { } credentials ? credentials
            : RuntimeFeatures.UsesSdkChain ? Chain()
            : throw new AwsCredentialsException(
                "No credentials: set options.Credentials, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. This app was built without the AWS chain.");

        log?.CredentialsFound(found is AwsCredentials ? "the environment" : profile is null ? "the AWS chain" : "the profile " + profile);

        // Callers at the same time must not each have a chain of their own.
        return Interlocked.CompareExchange(ref _source, found, null) ?? found;
    }

    // Not inlined, so that the caller can run without AWSSDK.Core.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SdkChain Chain() => new(profile, timeProvider);
}
