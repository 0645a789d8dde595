using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The chain of signatures over the events of a request, beginning with the signature of the request itself.</summary>
public sealed class EventStreamSigning(ConformanceRun run) : Suite(run)
{
    private const string File = "conformance/sigv4/event-stream-signing.json";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    [Vectors(File)]
    public Task EventsAreSignedInAChain()
    {
        var suite = SuitesFolder.Load(File);
        var facts = SigningFacts.FromContext(suite.GetProperty("context"));
        var events = suite.GetProperty("events").EnumerateArray().ToList();
        var clock = new FakeClock();
        var signer = new EventSigner(suite.GetProperty("expect").GetProperty("signature").GetString(), facts.SecretKey, facts.Region, facts.Service, clock);
        return RunAsync<NamedCheck>(
            "sigv4/event-stream-signing",
            [
                new("request", differences => CheckRequest(suite, differences)),
                new("events", differences => events.ForEach(e => CheckEvent(e, signer, clock, differences))),
            ],
            static (check, differences) => check.Check(differences));
    }

    private static void CheckRequest(JsonElement suite, Differences differences)
    {
        var signed = new SigningVector(suite.GetProperty("context"), suite.GetProperty("request")).InHeader();
        var expected = suite.GetProperty("expect");
        differences.Expect("payload", suite.GetProperty("context").GetProperty("payload").GetString(), EventSigner.PayloadHash);
        differences.Expect("canonicalRequest", expected.GetProperty("canonicalRequest").GetString(), signed.CanonicalRequest);
        differences.Expect("stringToSign", expected.GetProperty("stringToSign").GetString(), signed.StringToSign);
        differences.Expect("authorization", expected.GetProperty("authorization").GetString(), signed.Result);
    }

    private static void CheckEvent(JsonElement test, EventSigner signer, FakeClock clock, Differences differences)
    {
        var payload = Encoding.UTF8.GetBytes(test.GetProperty("payload").GetString()!);
        var date = test.GetProperty("timestamp").GetString()!;
        clock.SetUtcNow(DateTimeOffset.ParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        var signed = new Utf8Buffer();
        signer.Sign(payload, signed);
        var message = EventMessage.Decode(signed.Written);
        var dateHeader = Convert.FromHexString(test.GetProperty("dateHeaderHex").GetString()!);
        differences.Expect(date + ".date", Convert.ToHexString(dateHeader), Convert.ToHexString(message.Headers[..dateHeader.Length]));
        differences.Expect(date + ".payload", Convert.ToHexString(payload), Convert.ToHexString(message.Payload));
        var plain = EventMessages.Plain(signed.Written);
        differences.Expect(date + ".headers", ":chunk-signature :date", string.Join(' ', plain.Headers.Keys.Order(StringComparer.Ordinal)));
        var signature = Convert.ToBase64String(Convert.FromHexString(test.GetProperty("signature").GetString()!));
        differences.Expect(date + ".signature", "blob:" + signature, plain.Headers.GetValueOrDefault(":chunk-signature"));
    }
}
