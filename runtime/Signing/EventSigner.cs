using System;
using System.Net.Http;
using System.Security.Cryptography;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Signs the events of a request. Each signature covers the previous one, starting with the signature of the request.</summary>
internal sealed class EventSigner : IEventSigner
{
    /// <summary>The payload hash in the signature of the request.</summary>
    public const string PayloadHash = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

    private const int SignatureDigits = 2 * SHA256.HashSizeInBytes;

    private readonly string _secret;
    private readonly string _region;
    private readonly string _service;
    private readonly TimeProvider _timeProvider;
    private readonly EventWriter _headers = new();
    private readonly SignatureChain _chain;
    private SigV4Key? _latestKey;

    /// <summary>Initializes a new instance of the <see cref="EventSigner"/> class.</summary>
    /// <param name="signature">The signature of the request, in hexadecimal digits.</param>
    /// <param name="secret">The secret access key of that signature.</param>
    /// <param name="region">The signing region.</param>
    /// <param name="service">The signing name of the service.</param>
    /// <param name="timeProvider">The clock for the timestamps of events.</param>
    public EventSigner(ReadOnlySpan<char> signature, string secret, string region, string service, TimeProvider timeProvider)
    {
        (_secret, _region, _service, _timeProvider) = (secret, region, service, timeProvider);
        _chain = new SignatureChain(signature);
    }

    /// <summary>Attaches a signer to the events of a signed message.</summary>
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
        var date = AmzDate.From(_timeProvider.GetUtcNow());
        var key = SigV4Key.Get(ref _latestKey, _secret, date.Day, _region, _service);
        _headers.Reset();
        _headers.HeaderTimestamp(":date"u8, date.Timestamp);
        _chain.SignPayload(date, key, _headers.EncodedHeaders, message);
        _headers.HeaderBlob(":chunk-signature"u8, _chain.Latest);
        EventMessage.Encode(_headers.EncodedHeaders, message, target);
    }
}
