using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>Compares parts of a request that was sent with what a vector says of them.</summary>
internal sealed class RequestComparer(ClientPlan plan, OperationPlan operation, Differences differences)
{
    private static readonly HashSet<string> WithoutLength = new(StringComparer.Ordinal) { "GET", "HEAD" };

    /// <summary>Whether a list in a header may have other blanks after its commas than the vector.</summary>
    public bool IgnoresBlanksOfLists { get; init; }

    /// <summary>The format of the service's bodies.</summary>
    public BodyFormat Format { get; init; } = BodyFormat.Json;

    private IEnumerable<PropertyPlan> Properties => operation.Request.Properties;

    /// <summary>Compares the path byte for byte; only an timestamp in it may be written in another way.</summary>
    public void Path(string expected, string actual)
    {
        if (expected == actual)
        {
            return;
        }

        var (wanted, sent) = (expected.Split('/'), actual.Split('/'));
        var instant = Properties.FirstOrDefault(static p => p is { Binding: PropertyBinding.Label, Type: TimestampType })?.Type;
        if (wanted.Length != sent.Length || !wanted.Zip(sent).All(pair => SegmentsMatch(instant, pair.First, pair.Second)))
        {
            differences.Expect("path", expected, actual);
        }
    }

    /// <summary>Compares parameters: those of one name in their order, names in any order.</summary>
    public void Query(IEnumerable<KeyValuePair<string, string>> expected, IEnumerable<KeyValuePair<string, string>> actual)
    {
        var wanted = expected.ToLookup(static p => p.Key, static p => p.Value, StringComparer.Ordinal);
        var sent = actual.ToLookup(static p => p.Key, static p => p.Value, StringComparer.Ordinal);
        foreach (var name in wanted.Select(static g => g.Key).Union(sent.Select(static g => g.Key)))
        {
            var type = Properties.FirstOrDefault(p => p.Binding == PropertyBinding.Query && p.WireName == name)?.Type;
            var matches = wanted[name].Count() == sent[name].Count()
                && wanted[name].Zip(sent[name]).All(pair => TextComparer.Matches(type, pair.First, pair.Second));
            if (!matches)
            {
                differences.Add("query." + name, "expected " + Show(wanted[name]) + ", got " + Show(sent[name]));
            }
        }
    }

    /// <summary>Compares a header. The newer protocol tests leave out the charset of forms, the older ones and the recordings have it.</summary>
    public void Header(string name, string expected, string? actual)
    {
        if (Format == BodyFormat.Form && name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && actual == expected + "; charset=utf-8")
        {
            return;
        }

        var property = Properties
            .FirstOrDefault(p => p.Binding == PropertyBinding.Header && p.WireName.Equals(name, StringComparison.OrdinalIgnoreCase));
        var isLooseList = IgnoresBlanksOfLists && property?.Type is WireType { Kind: WireKind.List };
        var matches = actual is not null
            && (property?.IsJsonValue == true ? IsSameJson(expected, actual)
                : isLooseList ? WithoutBlanks(expected) == WithoutBlanks(actual)
                : TextComparer.Matches(property?.Type, expected, actual));
        if (!matches)
        {
            differences.Expect("header." + name, expected, actual);
        }
    }

    /// <summary>
    /// Compares a body as a value if it is one in the service's format, else byte for byte. A text or blob that is the whole body is never a value.
    /// </summary>
    public void Body(byte[] expected, byte[] actual)
    {
        var payload = Properties.FirstOrDefault(static p => p.Binding == PropertyBinding.Payload);
        var isRaw = payload?.Type is EnumType or ScalarType { Kind: not ScalarKind.Document };
        if (isRaw || Format.Read(expected) is not { } wanted)
        {
            if (!expected.AsSpan().SequenceEqual(actual))
            {
                differences.Expect("body", Format.Show(expected), Format.Show(actual));
            }
        }
        else if (Format.Read(actual) is null)
        {
            differences.Expect("body", wanted.ToString(), Format.Show(actual));
        }
        else
        {
            Format.Compare(plan, operation, expected, actual, differences);
        }
    }

    /// <summary>Checks that the length of the body goes out with it: 0 for an empty one, except where no body is meant.</summary>
    public void Length(CapturedRequest request)
    {
        if (request.Body.Length > 0 || !WithoutLength.Contains(request.Method))
        {
            differences.Expect("header.content-length", request.Body.Length, request.ContentLength);
        }
        else
        {
            differences.Expect("header.content-length", null, request.ContentLength);
        }
    }

    /// <summary>Checks the signature of a request against one made by the book, and that it covers what it must.</summary>
    public void Signature(CapturedRequest request, SigningFacts facts)
    {
        if (request.Header("authorization") is not { } authorization)
        {
            differences.Add("header.authorization", "the request is not signed");
            return;
        }

        differences.Expect("header.x-amz-date", facts.Date, request.Header("x-amz-date"));
        differences.Expect("header.x-amz-security-token", facts.Token, request.Header("x-amz-security-token"));
        var signed = Signer.SignedHeadersOf(authorization);
        string[] needed = ["host", "x-amz-date", "x-amz-security-token", "content-type"];
        foreach (var name in needed.Where(name => (name == "host" || request.Header(name) is not null) && !signed.Contains(name)))
        {
            differences.Add("header.authorization", name + " is not signed");
        }

        differences.Expect("header.authorization", Signer.ByDefinition(request, facts, signed), authorization);
    }

    private static bool SegmentsMatch(TypePlan? instant, string expected, string actual) =>
        TextComparer.Matches(instant, Uri.UnescapeDataString(expected), Uri.UnescapeDataString(actual))
        && (expected == actual || instant is not null);

    /// <summary>Whether two headers hold the same JSON, each in base64.</summary>
    private static bool IsSameJson(string expected, string actual) =>
        expected == actual || JsonNode.DeepEquals(JsonNode.Parse(Convert.FromBase64String(expected)), JsonNode.Parse(Convert.FromBase64String(actual)));

    private static string WithoutBlanks(string list) => list.Replace(", ", ",", StringComparison.Ordinal);

    private static string Show(IEnumerable<string> values) =>
        string.Join(" & ", values.Select(static v => "\"" + v + "\"").DefaultIfEmpty("nothing"));
}
