using System.Collections.Generic;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>A program that calls one client.</summary>
/// <param name="Name">The file of the client, without its extension.</param>
/// <param name="Subject">The row of the tables.</param>
/// <param name="Response">What the server returns.</param>
internal sealed record ClientProgram(string Name, string Subject, CannedResponse Response)
{
    /// <summary>Clients that read about three kilobytes of JSON. AWSSDK.SSO has the pipeline and the protocol of AWSSDK.DataZone.</summary>
    public static IReadOnlyList<ClientProgram> DataZone { get; } =
    [
        new("Http", "HttpClient alone", CannedResponse.Run),
        new("HandWritten", "hand-written client", CannedResponse.Run),
        new("GeneratedDataZone", "DataZoneGen", CannedResponse.Run),
        new("SdkSso", "AWSSDK.SSO", CannedResponse.Accounts),
    ];

    /// <summary>Pairs of the same operation of other protocols.</summary>
    public static IReadOnlyList<ClientProgram> OtherProtocols { get; } =
    [
        new("GeneratedDynamoDb", "DynamoDB GetItem, DataZoneGen", CannedResponse.Item),
        new("SdkDynamoDb", "DynamoDB GetItem, AWSSDK.DynamoDBv2", CannedResponse.Item),
        new("GeneratedSqs", "SQS ReceiveMessage, DataZoneGen", CannedResponse.Messages),
        new("SdkSqs", "SQS ReceiveMessage, AWSSDK.SQS", CannedResponse.Messages),
        new("GeneratedS3", "S3 GetObject, DataZoneGen", CannedResponse.SmallObject),
        new("SdkS3", "S3 GetObject, AWSSDK.S3", CannedResponse.SmallObject),
    ];
}

/// <summary>How a program is compiled.</summary>
internal enum ProgramKind
{
    /// <summary>IL that is compiled when it runs.</summary>
    Jit,

    /// <summary>An application compiled ahead of time whose code the runtime can compile again.</summary>
    ReadyToRun,

    /// <summary>A native program.</summary>
    NativeAot,
}
