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
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The chain of signatures over the events of a request, beginning with the signature of the request itself.</summary>
[Collection(ConformanceRun.Collection)]
public sealed class EventStreamSigning(ConformanceRun run)
{
    private const string File = "conformance/sigv4/event-stream-signing.json";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    [VectorsFact(File)]
    public Task EventsAreSignedInAChain()
    {
        var suite = SuitesFolder.Load(File);
        var context = suite.GetProperty("context");
        var facts = Facts(context);
        var events = suite.GetProperty("events").EnumerateArray().ToList();
        var clock = new SetClock();
        var signer = new EventSigner(suite.GetProperty("expect").GetProperty("signature").GetString(), facts.SecretKey, facts.Region, facts.Service, clock);
        (string Id, Func<Differences, Task> Check)[] checks =
        [
            ("request", differences => { CheckRequest(suite, facts, differences); return Task.CompletedTask; }),
            ("events", differences => { events.ForEach(e => CheckEvent(e, signer, clock, differences)); return Task.CompletedTask; }),
        ];
        return run.CheckAsync("sigv4/event-stream-signing", checks, static check => check.Id, static async check =>
        {
            var differences = new Differences();
            await check.Check(differences);
            return CaseOutcome.From(differences);
        });
    }

    private static void CheckRequest(JsonElement suite, SigningFacts facts, Differences differences)
    {
        var request = suite.GetProperty("request");
        var headers = request.GetProperty("headers").EnumerateArray().Select(static h => KeyValuePair.Create(h[0].GetString()!, h[1].GetString()!)).ToList();
        var captured = new CapturedRequest(
            request.GetProperty("method").GetString()!, headers.Single(static h => h.Key == "host").Value, request.GetProperty("path").GetString()!, "")
        {
            Headers =
            [
                .. headers.Where(static h => h.Key != "host").Select(static h => KeyValuePair.Create(h.Key.ToLower(CultureInfo.InvariantCulture), h.Value)),
                KeyValuePair.Create("x-amz-content-sha256", EventSigner.PayloadHash),
                KeyValuePair.Create("x-amz-date", facts.Date),
            ],
        };
        differences.Expect("authorization", suite.GetProperty("expect").GetProperty("authorization").GetString(), Signer.ByRuntime(captured, facts));
    }

    private static void CheckEvent(JsonElement test, EventSigner signer, SetClock clock, Differences differences)
    {
        var payload = Encoding.UTF8.GetBytes(test.GetProperty("payload").GetString()!);
        var date = test.GetProperty("timestamp").GetString()!;
        clock.Now = DateTimeOffset.ParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
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

    private static SigningFacts Facts(JsonElement context)
    {
        var credentials = context.GetProperty("credentials");
        return new SigningFacts(
            context.GetProperty("timestamp").GetDateTimeOffset().UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture),
            credentials.GetProperty("access_key_id").GetString()!,
            credentials.GetProperty("secret_access_key").GetString()!,
            null,
            context.GetProperty("region").GetString()!,
            context.GetProperty("service").GetString()!);
    }

    /// <summary>A clock that shows what it is set to.</summary>
    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
