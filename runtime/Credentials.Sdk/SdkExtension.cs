using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>What clients ask when a profile or the environment needs AWS's SDK.</summary>
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
