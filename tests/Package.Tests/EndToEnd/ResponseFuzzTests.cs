using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using Xunit;

namespace DataZoneGen.Package.Tests.EndToEnd;

/// <summary>
/// Damaged responses from a fixed seed. The client must return a response or throw one of its exceptions. A longer
/// run with other seeds: <c>DATAZONEGEN_FUZZ_SECONDS=600</c>.
/// </summary>
public sealed class ResponseFuzzTests
{
    private const int Rounds = 4000;

    private const string CompleteResponse = """
        {
          "id": "d1u7k3s9", "status": "READY", "type": "GLUE", "name": "sales \u00e9 \ud83d\ude00", "domainId": "dzd_1", "projectId": "p1",
          "configuration": { "glueRunConfiguration": { "relationalFilterConfigurations": [
            { "databaseName": "a", "filterExpressions": [ { "type": "INCLUDE", "expression": "*" }, null ] }, { "databaseName": "b" } ] } },
          "recommendation": { "enableBusinessNameGeneration": true }, "enableSetting": "ENABLED", "publishOnImport": false,
          "assetFormsOutput": [ { "formName": "f", "content": "{\"deep\":[1,2,{}]}" } ],
          "schedule": { "timezone": "UTC", "schedule": "cron(1 2 * * ? *)" },
          "lastRunStatus": "FUTURE", "lastRunAt": "2026-01-02T03:04:05.678Z", "lastRunAssetCount": 12,
          "lastRunErrorMessage": { "errorType": "CONFLICT_EXCEPTION", "errorDetail": null }, "unknown": [ { "x": [ [], {} ] }, 1e5, -0.5 ],
          "createdAt": "2026-01-02T03:04:05Z", "selfGrantStatus": { "future": { "a": 1 } }
        }
        """;

    private static readonly string[] Fragments = ["null", "true", "{}", "[]", "\"\"", "1e999", "-", "\\ud800"];

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(CompleteResponse);

    [Fact]
    public async Task TheCompleteResponseIsRead()
    {
        var source = await ReadAsync(Bytes);

        Assert.Equal("sales é 😀", source.Name);
        Assert.IsType<SelfGrantStatusOutput.Unknown>(source.SelfGrantStatus);
    }

    [Fact]
    public async Task ATruncatedResponseIsRejected()
    {
        for (var length = 1; length < Bytes.Length - 1; length++)
        {
            await Assert.ThrowsAsync<AwsMalformedResponseException>(() => ReadAsync(Bytes.AsSpan(0, length).ToArray()));
        }
    }

    [Fact]
    public async Task ADamagedResponseGivesAResponseOrATypedException()
    {
        foreach (var number in FuzzTime.Seeds(Rounds))
        {
            var seed = unchecked(20260102 + number);
            var body = Damage(new Random(seed));
            try
            {
                await ReadAsync(body);
            }
            catch (AwsMalformedResponseException exception)
            {
                Assert.InRange(exception.BytePosition, 0, body.Length);
            }
            catch (Exception exception) when (exception is not AwsException)
            {
                Assert.Fail("Seed " + seed.ToString(CultureInfo.InvariantCulture) + ": " + exception);
            }
        }
    }

    /// <summary>Replaces each value of the response with values of other types: the call must not fail.</summary>
    [Fact]
    public async Task AValueOfAnotherTypeDoesNotFailTheResponse()
    {
        string[] others = ["true", "{}", "[]", "\"\"", "\"x\"", "-12.5", "1e999", "[{\"a\":[1]}]", "{\"type\":{\"a\":1}}"];
        var places = Places(JsonNode.Parse(CompleteResponse)!).Count;
        for (var place = 0; place < places; place++)
        {
            foreach (var other in others)
            {
                var root = JsonNode.Parse(CompleteResponse)!;
                Places(root)[place](JsonNode.Parse(other)!);

                await ReadAsync(Encoding.UTF8.GetBytes(root.ToJsonString()));
            }
        }

        Assert.InRange(places, 40, 100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    [InlineData(long.MaxValue / 2)]
    public async Task AWrongContentLengthNeitherCrashesNorAllocatesMemory(long announced)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        try
        {
            await ReadAsync(Bytes, announced);
        }
        catch (AwsException)
        {
            // Both are valid: a complete response or an exception.
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    /// <summary>Returns actions that replace each value below a node.</summary>
    private static List<Action<JsonNode>> Places(JsonNode node)
    {
        var places = new List<Action<JsonNode>>();
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                places.Add(other => members[name] = other);
                places.AddRange(value is null ? [] : Places(value));
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var (index, item) in items.Index())
            {
                places.Add(other => items[index] = other);
                places.AddRange(item is null ? [] : Places(item));
            }
        }

        return places;
    }

    private static byte[] Damage(Random random)
    {
        var body = Bytes.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(7))
            {
                case 0:
                    body[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(random.Next(1, 40), body.Count - at));
                    break;
                case 2:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"a\":", random.Next(1, 5000)))));
                    break;
                case 3:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(new string('9', random.Next(1, 400))));
                    break;
                case 4:
                    // Repeats a slice, so that members occur twice and values are in other places.
                    body.InsertRange(at, body.Skip(random.Next(body.Count)).Take(random.Next(1, 80)).ToList());
                    break;
                case 5:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                default:
                    body.InsertRange(at, [0xC3, 0x28, 0x00, 0xFF]);
                    break;
            }
        }

        return [.. body];
    }

    private static async Task<GetDataSourceResponse> ReadAsync(byte[] body, long? announced = null)
    {
        using var client = new DataZoneClient(new()
        {
            Region = "us-east-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            MaxAttempts = 1,
            HttpInvoker = new HttpMessageInvoker(new StubHandler(Respond)),
        });
        return await client.GetDataSourceAsync("dzd_1", "d1u7k3s9");

        HttpResponseMessage Respond()
        {
            var response = StubHandler.Bytes(body);
            response.Content.Headers.ContentLength = announced ?? body.Length;
            return response;
        }
    }
}
