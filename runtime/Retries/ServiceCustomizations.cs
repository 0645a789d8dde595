using System;

namespace DataZoneGen.Core;

/// <summary>
/// The retry behavior that the definition of the retry modes gives to single services, and no model contains. This is the only place in the runtime
/// that names services.
/// </summary>
internal static class ServiceCustomizations
{
    private static readonly RetryProfile DynamoDb = RetryProfile.Standard with { Base = TimeSpan.FromMilliseconds(25), MaxAttempts = 4 };

    /// <summary>Gets the retry profile of a service.</summary>
    public static RetryProfile GetRetryProfile(RetryMode mode, string serviceId)
        => mode == RetryMode.StandardUntil2026 ? RetryProfile.StandardUntil2026
            : serviceId is "DynamoDB" or "DynamoDB Streams" ? DynamoDb
            : RetryProfile.Standard;

    /// <summary>Whether an operation waits for something to happen (long polling), so that callers repeat it in a loop.</summary>
    public static bool IsLongPoll(string serviceId, string operation) => (serviceId, operation) is
        ("SQS", "ReceiveMessage") or
        ("SFN", "GetActivityTask") or
        ("SWF", "PollForActivityTask" or "PollForDecisionTask");
}
