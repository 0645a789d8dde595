using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace DataZoneGen;

/// <summary>Provides the credentials of an object of the AWS SDK, which caches and refreshes them itself.</summary>
internal sealed class SdkCredentialsProvider : IAwsCredentialsProvider
{
    private readonly AWSCredentials _source;
    private AwsCredentials? _latest;

    public SdkCredentialsProvider(AWSCredentials source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
    }

    public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await _source.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return found is null
                ? throw new AwsCredentialsException($"{_source.GetType().Name} returned no credentials.")
                : _latest = SdkConverter.Convert(found, _source.Expiration, _latest);
        }
        catch (Exception exception) when (exception is not (AwsException or OperationCanceledException))
        {
            throw SdkErrors.Translate(exception, $"{_source.GetType().Name} failed");
        }
    }

    public void Invalidate(AwsCredentials rejected)
    {
        // Another caller may have invalidated them already, and the source may have newer credentials.
        if (ReferenceEquals(_latest, rejected))
        {
            (_source as RefreshingAWSCredentials)?.ClearCredentials();
        }
    }
}
