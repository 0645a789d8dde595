using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace DataZoneGen.Wire;

/// <summary>Bearer tokens of single sign-on, as AWSSDK.Core finds them for a profile.</summary>
internal sealed class SdkTokens : IAwsTokenProvider
{
    private static readonly TimeSpan RefreshBefore = TimeSpan.FromMinutes(5);

    private readonly DefaultAWSTokenProviderChain _chain;
    private readonly string _variable;
    private readonly RenewingCache<Token> _cache;

    public SdkTokens(string? profile, string variable, TimeProvider timeProvider)
    {
        _chain = new DefaultAWSTokenProviderChain { ProfileName = profile };
        _variable = variable;
        _cache = new(FetchAsync, static token => token.Expiration, timeProvider) { RefreshBefore = RefreshBefore };
    }

    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
        => (await _cache.GetAsync(cancellationToken).ConfigureAwait(false)).Text;

    public void Invalidate(string rejected) => _cache.TryDrop(token => token.Text == rejected);

    private async ValueTask<Token> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await _chain.TryResolveTokenAsync(cancellationToken).ConfigureAwait(false);
            return found.Success
                ? new Token(found.Value.Token, found.Value.Expiration is { } expires ? new DateTimeOffset(expires.ToUniversalTime()) : null)
                : throw new AwsCredentialsException($"No bearer token: set options.TokenProvider, {_variable}, or a profile with single sign-on.");
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AwsException))
        {
            throw SdkFailure.OfFetch(exception);
        }
    }

    // No record: its text would have the token.
    private sealed class Token(string text, DateTimeOffset? expiration)
    {
        public string Text { get; } = text;

        public DateTimeOffset? Expiration { get; } = expiration;
    }
}
