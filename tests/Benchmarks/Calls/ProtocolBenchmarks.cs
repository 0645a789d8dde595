using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using BenchmarkDotNet.Attributes;
using DataZoneGen.Benchmarks.Canned;
using Cbor = DataZoneGen.Benchmarks.DynamoDBCBOR;
using Json = DataZoneGen.Benchmarks.DynamoDB;
using Sdk = Amazon.DynamoDBv2.Model;

namespace DataZoneGen.Benchmarks.Calls;

/// <summary>
/// Measures GetItem of DynamoDB with an item of 20 attributes and three kilobytes, on the client: with AWS JSON 1.0, with RPC v2 CBOR, and with AWS's own SDK.
/// All requests are signed.
/// </summary>
public class ProtocolBenchmarks
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private Json.DynamoDBClient _json = null!;
    private Cbor.DynamoDBCBORClient _cbor = null!;
    private AmazonDynamoDBClient _sdk = null!;

    [GlobalSetup]
    public void Setup()
    {
        var credentials = new AwsCredentials(AccessKey, SecretKey);
        var json = JsonSerializer.SerializeToUtf8Bytes(Response());
        _json = new(new() { Region = "us-east-1", Credentials = credentials, HttpInvoker = new HttpMessageInvoker(new CannedHandler(json, "application/x-amz-json-1.0")) });
        _cbor = new(new()
        {
            Region = "us-east-1",
            Credentials = credentials,
            HttpInvoker = new HttpMessageInvoker(new CannedHandler(ToCbor(Response()), "application/cbor")),
        });
        _sdk = new AmazonDynamoDBClient(
            new BasicAWSCredentials(AccessKey, SecretKey),
            new AmazonDynamoDBConfig
            {
                RegionEndpoint = Amazon.RegionEndpoint.USEast1,
                HttpClientFactory = new CannedFactory(new CannedHandler(json, "application/x-amz-json-1.0")),
            });
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _json.Dispose();
        _cbor.Dispose();
        _sdk.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<Json.GetItemResponse> AwsJson() => _json.GetItemAsync(new()
    {
        TableName = "Orders",
        Key = new Dictionary<string, Json.AttributeValue>(StringComparer.Ordinal) { ["Id"] = new Json.AttributeValue.S("order-4711") },
    });

    [Benchmark]
    public Task<Cbor.GetItemResponse> RpcV2Cbor() => _cbor.GetItemAsync(new()
    {
        TableName = "Orders",
        Key = new Dictionary<string, Cbor.AttributeValue>(StringComparer.Ordinal) { ["Id"] = new Cbor.AttributeValue.S("order-4711") },
    });

    [Benchmark]
    public Task<Sdk.GetItemResponse> SdkGetItem() => _sdk.GetItemAsync(new Sdk.GetItemRequest
    {
        TableName = "Orders",
        Key = new Dictionary<string, Sdk.AttributeValue>(StringComparer.Ordinal) { ["Id"] = new Sdk.AttributeValue("order-4711") },
    });

    /// <summary>Checks once that all three clients read the same item.</summary>
    [GlobalSetup(Target = nameof(SdkGetItem))]
    public void SetupAndCompare()
    {
        Setup();
        var counts = new[] { AwsJson().Result.Item!.Count, RpcV2Cbor().Result.Item!.Count, SdkGetItem().Result.Item.Count };
        if (counts.Any(static count => count != 20))
        {
            throw new InvalidOperationException("The clients read " + string.Join(", ", counts) + " attributes.");
        }
    }

    /// <summary>Returns a response with strings, numbers, Booleans, and a list in a map.</summary>
    private static Dictionary<string, object> Response()
    {
        var item = new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = Attribute("S", "order-4711") };
        for (var number = 0; number < 12; number++)
        {
            item["Text" + number] = Attribute("S", "Attribute " + number + ": " + new string('x', 180));
        }

        for (var number = 0; number < 4; number++)
        {
            item["Number" + number] = Attribute("N", (number * 1234.5).ToString(CultureInfo.InvariantCulture));
        }

        item["IsPaid"] = Attribute("BOOL", true);
        item["IsSent"] = Attribute("BOOL", false);
        item["Lines"] = Attribute("M", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["List"] = Attribute("L", Enumerable.Range(0, 5).Select(static number => (object)Attribute("S", "line " + number)).ToArray()),
        });
        return new(StringComparer.Ordinal) { ["Item"] = item };
    }

    private static Dictionary<string, object> Attribute(string type, object value) => new(StringComparer.Ordinal) { [type] = value };

    private static byte[] ToCbor(object value)
    {
        var writer = new CborText();
        writer.Write(value);
        return writer.Bytes;
    }

    /// <summary>Writes the values of the response in CBOR, with definite lengths.</summary>
    private sealed class CborText
    {
        private readonly MemoryStream _stream = new();

        public byte[] Bytes => _stream.ToArray();

        public void Write(object value)
        {
            switch (value)
            {
                case string text:
                    Head(3, System.Text.Encoding.UTF8.GetByteCount(text));
                    _stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                    break;
                case bool boolean:
                    _stream.WriteByte(boolean ? (byte)0xF5 : (byte)0xF4);
                    break;
                case object[] items:
                    Head(4, items.Length);
                    Array.ForEach(items, Write);
                    break;
                case Dictionary<string, object> entries:
                    Head(5, entries.Count);
                    foreach (var entry in entries)
                    {
                        Write(entry.Key);
                        Write(entry.Value);
                    }

                    break;
                default:
                    throw new InvalidOperationException("There is no CBOR for " + value.GetType() + ".");
            }
        }

        private void Head(int type, int length)
        {
            if (length < 24)
            {
                _stream.WriteByte((byte)((type << 5) + length));
            }
            else
            {
                _stream.WriteByte((byte)((type << 5) + 25));
                _stream.WriteByte((byte)(length >> 8));
                _stream.WriteByte((byte)length);
            }
        }
    }
}
