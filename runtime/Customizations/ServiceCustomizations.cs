using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>
/// What single services expect of clients, and no model contains. This is the only place in the runtime that names services.
/// </summary>
internal static class ServiceCustomizations
{
    /// <summary>A call that waits for a task takes up to a minute, and the client should wait at least five seconds longer. If it does not, a task may be lost.</summary>
    private static readonly TimeSpan MinTaskPollTimeout = TimeSpan.FromSeconds(70);

    /// <summary>A call that waits for messages takes up to 20 seconds. If the client does not wait, other callers do not get the messages for some time.</summary>
    private static readonly TimeSpan MinMessagePollTimeout = TimeSpan.FromSeconds(25);

    private static readonly RetryProfile DynamoDb = RetryProfile.Standard with { Base = TimeSpan.FromMilliseconds(25), MaxAttempts = 4 };

    /// <summary>Gets the retry profile of a service.</summary>
    public static RetryProfile GetRetryProfile(RetryMode mode, string serviceId)
        => mode == RetryMode.StandardUntil2026 ? RetryProfile.StandardUntil2026
            : IsDynamoDb(serviceId) ? DynamoDb
            : RetryProfile.Standard;

    /// <summary>Whether an operation waits for something to happen (long polling), so that callers repeat it in a loop.</summary>
    public static bool IsLongPoll(string serviceId, string operation) => GetMinAttemptTimeout(serviceId, operation) > TimeSpan.Zero;

    /// <summary>Gets the minimum timeout of an attempt. A shorter one would end calls that wait for something to happen.</summary>
    public static TimeSpan GetMinAttemptTimeout(string serviceId, string operation) => (serviceId, operation) switch
    {
        ("SQS", "ReceiveMessage") => MinMessagePollTimeout,
        ("SFN", "GetActivityTask") => MinTaskPollTimeout,
        ("SWF", "PollForActivityTask" or "PollForDecisionTask") => MinTaskPollTimeout,
        _ => TimeSpan.Zero,
    };

    /// <summary>Finds the CRC-32 of the body of a response as it was sent; <see langword="null"/> if there is none, or if the received bytes may be others.</summary>
    public static ExpectedChecksum? FindChecksum(string serviceId, HttpResponseMessage response) =>
        IsDynamoDb(serviceId)
        && uint.TryParse(ResponseHeaders.FindFirst(response, "x-amz-crc32"), NumberStyles.None, CultureInfo.InvariantCulture, out var crc32)
        && !ContentCoding.MayBeDecodedByHandler(response)
            ? CreateChecksum(crc32)
            : null;

    private static ExpectedChecksum CreateChecksum(uint crc32)
    {
        var expected = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(expected, crc32);
        return new ExpectedChecksum("CRC32", expected, "CRC-32");
    }

    private static bool IsDynamoDb(string serviceId) => serviceId is "DynamoDB" or "DynamoDB Streams";
}
