using System;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Fixtures;

/// <summary>A service with the operations of a queue that return checksums.</summary>
internal static class Queue
{
    private const string Service = """
        {
          "metadata": {"apiVersion": "2012-11-05", "endpointPrefix": "q", "protocol": "json", "jsonVersion": "1.0", "targetPrefix": "Q", "serviceId": "SQS"},
          "operations": {
            "SendMessage": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Sent"}, "output": {"shape": "Result"}},
            "SendMessageBatch": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "SentBatch"}, "output": {"shape": "BatchResult"}},
            "ReceiveMessage": {"http": {"method": "POST", "requestUri": "/"}, "output": {"shape": "Received"}}
          },
          "shapes": {
            "String": {"type": "string"}, "Bytes": {"type": "blob"},
            "Value": {"type": "structure", "members": {"StringValue": {"shape": "String"}, "BinaryValue": {"shape": "Bytes"}, "DataType": {"shape": "String"}}},
            "Attributes": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Value"}},
            "Sent": {"type": "structure", "members": {
              "Id": {"shape": "String"}, "MessageBody": {"shape": "String"},
              "MessageAttributes": {"shape": "Attributes"}, "MessageSystemAttributes": {"shape": "Attributes"}}},
            "Result": {"type": "structure", "members": {
              "Id": {"shape": "String"}, "MessageId": {"shape": "String"}, "MD5OfMessageBody": {"shape": "String"},
              "MD5OfMessageAttributes": {"shape": "String"}, "MD5OfMessageSystemAttributes": {"shape": "String"}}},
            "SentList": {"type": "list", "member": {"shape": "Sent"}}, "ResultList": {"type": "list", "member": {"shape": "Result"}},
            "SentBatch": {"type": "structure", "members": {"Entries": {"shape": "SentList"}}},
            "BatchResult": {"type": "structure", "members": {"Successful": {"shape": "ResultList"}}, "required": ["Successful"]},
            "Message": {"type": "structure", "members": {
              "MessageId": {"shape": "String"}, "Body": {"shape": "String"}, "MD5OfBody": {"shape": "String"},
              "MessageAttributes": {"shape": "Attributes"}, "MD5OfMessageAttributes": {"shape": "String"}}},
            "Messages": {"type": "list", "member": {"shape": "Message"}},
            "Received": {"type": "structure", "members": {"Messages": {"shape": "Messages"}}}
          }
        }
        """;

    /// <summary>The model, as a file of the service SQS.</summary>
    public static ModelText File { get; } = new("models/queue/service-2.json", Service) { Service = "SQS" };

    /// <summary>Calls an operation whose response has checksums, and returns whether the call failed because one of them is wrong.</summary>
    /// <param name="serviceId">The id of the service.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="damaged">The checksum that is wrong; empty if none is.</param>
    public static bool Call(string serviceId, string operation, string damaged)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText("models/queue/service-2.json", Service.Replace("\"SQS\"", "\"" + serviceId + "\"", StringComparison.Ordinal)));
        test.TestState.AdditionalFiles.Add(Widgets.EndpointRulesFile with { Path = "models/queue/endpoint-rule-set-1.json" });
        test.TestState.Sources.Add($$$"""
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Text;
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.{{{serviceId}}};
            using DataZoneGen;

            internal sealed class Server : HttpMessageHandler
            {
                private const string Attributes = "\"MessageAttributes\": {\"b\": {\"DataType\": \"Binary\", \"BinaryValue\": \"AQI=\"}}";

                // The checksums of "hello", and of the attribute b: lengths of four bytes before its name, type and value, and a byte for a binary value.
                private const string Body = "5d41402abc4b2a76b9719d911017c592";
                private const string Binary = "e3e69c978daf8c19115edab8f17d3a4d";

                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    var sums = "\"MessageId\": \"m\", " + Sum("MD5OfMessageBody", Body) + ", " + Sum("MD5OfMessageAttributes", Binary) + ", " + Sum("MD5OfMessageSystemAttributes", Binary);
                    var json = "{{{operation}}}" switch
                    {
                        "SendMessage" => "{" + sums + "}",
                        "SendMessageBatch" => "{\"Successful\": [{\"Id\": \"2\", " + sums + "}]}",
                        _ => "{\"Messages\": [{\"Body\": \"hello\", " + Attributes + ", " + Sum("MD5OfBody", Body) + ", " + Sum("MD5OfMessageAttributes", Binary) + "}]}",
                    };
                    return Task.FromResult(new HttpResponseMessage { Content = new StringContent(json) });
                }

                private static string Sum(string name, string md5) => "\"" + name + "\": \"" + (name == "{{{damaged}}}" ? "0" + md5.Substring(1) : md5) + "\"";
            }

            internal static class Probe
            {
                public static bool Run()
                {
                    var attributes = new Dictionary<string, Value> { ["b"] = new() { DataType = "Binary", BinaryValue = new byte[] { 1, 2 } } };
                    using var http = new HttpMessageInvoker(new Server());
                    using var client = new {{{serviceId}}}Client(new() { Region = "us-east-1", Credentials = new AwsCredentials("id", "secret"), HttpInvoker = http });
                    var message = new Sent { Id = "2", MessageBody = "hello", MessageAttributes = attributes, MessageSystemAttributes = attributes };
                    try
                    {
                        {{{Code(operation)}}}.GetAwaiter().GetResult();
                        return false;
                    }
                    catch (AwsChecksumException)
                    {
                        return true;
                    }
                }
            }
            """);
        return (bool)test.Run().Invoke("Probe", "Run")!;
    }

    private static string Code(string operation) => operation switch
    {
        "SendMessage" => "client.SendMessageAsync(new() { MessageBody = message.MessageBody, MessageAttributes = attributes, MessageSystemAttributes = attributes })",
        "SendMessageBatch" => "client.SendMessageBatchAsync(new() { Entries = [new() { Id = \"1\", MessageBody = \"other\" }, message] })",
        _ => "client.ReceiveMessageAsync(new())",
    };
}
