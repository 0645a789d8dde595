using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.SNS;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fauxqs;

/// <summary>SNS, which uses the AWS query protocol. AWS's SDK for JavaScript receives the messages with SQS.</summary>
[Collection(nameof(FauxqsServer))]
public sealed class TopicTests(FauxqsServer server) : IDisposable
{
    private const string Text = "Grüße & <b>\"1+1=2%\"</b> 🎉\r\n~*";

    private readonly SNSClient _client = server.CreateTopicClient();

    public void Dispose() => _client.Dispose();

    [ServerFact]
    public async Task ATopicIsCreatedListedAndDeleted()
    {
        var created = await _client.CreateTopicAsync(new() { Name = NewName() });
        var listed = await ServerClient.ToListAsync(_client.ListTopicsItemsAsync(new()));
        var deleted = await _client.DeleteTopicAsync(new() { TopicArn = created.TopicArn! });
        var rest = await ServerClient.ToListAsync(_client.ListTopicsItemsAsync(new()));

        Assert.StartsWith("arn:aws:sns:us-east-1:000000000000:topic-", created.TopicArn, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(created.Metadata.RequestId));
        Assert.Contains(listed, topic => topic.TopicArn == created.TopicArn);
        Assert.Equal(HttpStatusCode.OK, deleted.Metadata.StatusCode);
        Assert.DoesNotContain(rest, topic => topic.TopicArn == created.TopicArn);
    }

    [ServerFact]
    public async Task AttributesAreAMap()
    {
        var created = await _client.CreateTopicAsync(new()
        {
            Name = NewName() + ".fifo",
            Attributes = new Dictionary<string, string> { ["FifoTopic"] = "true", ["DisplayName"] = Text },
        });

        await _client.SetTopicAttributesAsync(new() { TopicArn = created.TopicArn!, AttributeName = "ContentBasedDeduplication", AttributeValue = "true" });
        var got = await _client.GetTopicAttributesAsync(new() { TopicArn = created.TopicArn! });

        Assert.NotNull(got.Attributes);
        Assert.Equal(created.TopicArn, got.Attributes["TopicArn"]);
        Assert.Equal(("true", "true"), (got.Attributes["FifoTopic"], got.Attributes["ContentBasedDeduplication"]));
        Assert.Equal(Text.Replace("\r\n", "\n", StringComparison.Ordinal), got.Attributes["DisplayName"].Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task TagsAreAListOfStructures()
    {
        var created = await _client.CreateTopicAsync(new() { Name = NewName(), Tags = [new() { Key = "team", Value = "a & b" }] });

        await _client.TagResourceAsync(new() { ResourceArn = created.TopicArn!, Tags = [new() { Key = "cost", Value = "" }, new() { Key = "old", Value = "1" }] });
        await _client.UntagResourceAsync(new() { ResourceArn = created.TopicArn!, TagKeys = ["old", "never"] });
        var got = await _client.ListTagsForResourceAsync(new() { ResourceArn = created.TopicArn! });

        Assert.Equal([("team", "a & b"), ("cost", "")], got.Tags!.Select(static tag => (tag.Key, tag.Value)));
    }

    [ServerFact]
    public async Task AMessageReachesTheSecondClient()
    {
        var (topic, queue) = await SubscribeAsync();

        var published = await _client.PublishAsync(new()
        {
            TopicArn = topic,
            Message = Text,
            MessageAttributes = new Dictionary<string, MessageAttributeValue>
            {
                ["text"] = new() { DataType = "String", StringValue = "a b+c" },
                ["bytes"] = new() { DataType = "Binary", BinaryValue = new byte[] { 0, 255, 62, 63 } },
            },
        });
        var received = Assert.Single(await ReceiveAsync(queue));

        Assert.False(string.IsNullOrEmpty(published.MessageId));
        Assert.Equal(Text, received.GetProperty("Body").GetString());
        var attributes = received.GetProperty("MessageAttributes");
        Assert.Equal("a b+c", attributes.GetProperty("text").GetProperty("StringValue").GetString());
        Assert.Equal("Binary", attributes.GetProperty("bytes").GetProperty("DataType").GetString());
    }

    [ServerFact]
    public async Task ABatchReportsEachMessage()
    {
        var (topic, queue) = await SubscribeAsync();

        var published = await _client.PublishBatchAsync(new()
        {
            TopicArn = topic,
            PublishBatchRequestEntries =
            [
                .. Enumerable.Range(0, 9).Select(static number => new PublishBatchRequestEntry { Id = Number(number), Message = "message " + Number(number) }),
                new() { Id = "long", Message = new string('x', 256 * 1024 + 1) },
            ],
        });
        var received = await ReceiveAsync(queue);

        Assert.Equal(Enumerable.Range(0, 9).Select(Number), published.Successful!.Select(static entry => entry.Id));
        var failed = Assert.Single(published.Failed!);
        Assert.Equal(("long", "InvalidParameter", true), (failed.Id, failed.Code, failed.SenderFault));
        Assert.Equal(
            Enumerable.Range(0, 9).Select(static number => "message " + Number(number)),
            received.Select(static message => message.GetProperty("Body").GetString()).Order(StringComparer.Ordinal));
    }

    [ServerFact]
    public async Task ASubscriptionIsListedAndDeleted()
    {
        var (topic, _) = await SubscribeAsync();

        var listed = await ServerClient.ToListAsync(_client.ListSubscriptionsByTopicItemsAsync(new() { TopicArn = topic }));
        var subscription = Assert.Single(listed);
        await _client.UnsubscribeAsync(new() { SubscriptionArn = subscription.SubscriptionArn! });
        var rest = await ServerClient.ToListAsync(_client.ListSubscriptionsByTopicItemsAsync(new() { TopicArn = topic }));

        Assert.Equal(("sqs", topic), (subscription.Protocol, subscription.TopicArn));
        Assert.Empty(rest);
    }

    [ServerFact]
    public async Task AMissingTopicIsAModeledError()
    {
        var error = await Assert.ThrowsAsync<NotFoundException>(() => _client.GetTopicAttributesAsync(new() { TopicArn = "arn:aws:sns:us-east-1:000000000000:none" }));

        Assert.Equal(("NotFound", "Topic does not exist"), (error.ErrorCode, error.ServiceMessage));
        Assert.Equal((HttpStatusCode.NotFound, 1), (error.StatusCode, error.Attempts));
        Assert.Equal(("SNS", "GetTopicAttributes"), (error.Service, error.Operation));
        Assert.False(string.IsNullOrEmpty(error.RequestId));
    }

    [ServerFact]
    public async Task AParameterThatIsNotValidIsAModeledError()
    {
        var created = await _client.CreateTopicAsync(new() { Name = NewName() });

        var error = await Assert.ThrowsAsync<InvalidParameterException>(
            () => _client.SubscribeAsync(new() { TopicArn = created.TopicArn!, Protocol = "pigeon", Endpoint = "roof" }));

        Assert.Equal(("InvalidParameter", "Invalid parameter: Invalid protocol type: pigeon"), (error.ErrorCode, error.ServiceMessage));
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    private static string NewName() => "topic-" + Guid.NewGuid().ToString("N");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Creates a topic, and a queue that gets its messages.</summary>
    private async Task<(string Topic, string Queue)> SubscribeAsync()
    {
        var name = NewName();
        var queue = await server.Sdk.SqsAsync("CreateQueue", new { QueueName = name });
        var created = await _client.CreateTopicAsync(new() { Name = name });
        var subscribed = await _client.SubscribeAsync(new()
        {
            TopicArn = created.TopicArn!,
            Protocol = "sqs",
            Endpoint = "arn:aws:sqs:us-east-1:000000000000:" + name,
            Attributes = new Dictionary<string, string> { ["RawMessageDelivery"] = "true" },
            ReturnSubscriptionArn = true,
        });
        Assert.StartsWith(created.TopicArn + ":", subscribed.SubscriptionArn, StringComparison.Ordinal);
        return (created.TopicArn!, queue.GetProperty("QueueUrl").GetString()!);
    }

    private async Task<List<JsonElement>> ReceiveAsync(string queue)
    {
        var received = await server.Sdk.SqsAsync("ReceiveMessage", new { QueueUrl = queue, MaxNumberOfMessages = 10, MessageAttributeNames = (string[])["All"] });
        return [.. received.GetProperty("Messages").EnumerateArray()];
    }
}
