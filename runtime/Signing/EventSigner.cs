using System;
using System.Net.Http;
using System.Security.Cryptography;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Signs the events of one request in a chain: each signature covers the one before, the first of which is the request's.</summary>
internal sealed class EventSigner : IEventSigner
{
    /// <summary>What stands in the request's signature in place of the hash of its body.</summary>
    public const string PayloadHash = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

    private const int SignatureDigits = 2 * SHA256.HashSizeInBytes;

    private readonly string _secret;
    private readonly string _region;
    private readonly string _service;
    private readonly TimeProvider _timeProvider;
    private readonly EventWriter _headers = new();
    private readonly SignatureChain _chain;
    private SigningKey? _latestKey;

    /// <summary>Begins a chain.</summary>
    /// <param name="signature">The request's signature, in hexadecimal digits.</param>
    /// <param name="secret">The secret key that made it.</param>
    /// <param name="region">The region that it is for.</param>
    /// <param name="service">The service that it is for.</param>
    /// <param name="timeProvider">Says when an event is signed.</param>
    public EventSigner(ReadOnlySpan<char> signature, string secret, string region, string service, TimeProvider timeProvider)
    {
        (_secret, _region, _service, _timeProvider) = (secret, region, service, timeProvider);
        _chain = new SignatureChain(signature);
    }

    /// <summary>Lets the events of a message that has just been signed be signed as well.</summary>
    public static void Attach(HttpRequestMessage message, SigningEndpoint target, AwsCredentials credentials, TimeProvider timeProvider)
    {
        if (message.Content is EventBody events && message.Headers.NonValidated.TryGetValues("Authorization", out var authorization))
        {
            var signature = authorization.ToString().AsSpan()[^SignatureDigits..];
            events.Signer = new EventSigner(signature, credentials.SecretAccessKey, target.Region!, target.Service, timeProvider);
        }
    }

    public void Sign(ReadOnlySpan<byte> message, Utf8Buffer target)
    {
        var date = AmzDate.At(_timeProvider.GetUtcNow());
        var key = SigningKey.Get(ref _latestKey, _secret, date.Day, _region, _service);
        _headers.Reset();
        _headers.HeaderTimestamp(":date"u8, date.Instant);
        _chain.SignPayload(date, key, _headers.EncodedHeaders, message);
        _headers.HeaderBlob(":chunk-signature"u8, _chain.Latest);
        EventMessage.Encode(_headers.EncodedHeaders, message, target);
    }
}
