using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>The extension for profiles and environments that need the AWS SDK.</summary>
internal sealed class SdkExtension : CredentialsExtension
{
    public static readonly SdkExtension Instance = new();

    private SdkExtension()
    {
    }

    public override async ValueTask<AwsCredentials> FetchCredentialsAsync(CredentialsRequest request, CancellationToken cancellationToken)
        => request.Profile is { } profile
            ? await new ProfileResolver(request).ResolveAsync(profile, cancellationToken).ConfigureAwait(false)
            : await StsCredentials.FetchForEnvironmentAsync(request, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<BearerToken> FetchTokenAsync(CredentialsRequest request, CancellationToken cancellationToken)
        => await SsoCredentials.FetchTokenAsync(request, cancellationToken).ConfigureAwait(false);
}
