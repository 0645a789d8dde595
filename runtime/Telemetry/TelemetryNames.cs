namespace DataZoneGen.Core;

/// <summary>
/// All names of traces and metrics. They follow the OpenTelemetry conventions for AWS SDKs and remote procedure calls, or else the AWS SDK for
/// .NET.
/// </summary>
internal static class TelemetryNames
{
    /// <summary>The prefix of the activity source, the meter and the log category, before the service id.</summary>
    public const string SourcePrefix = "DataZoneGen.";

    /// <summary>The environment variable that selects the newer conventions, and its two values.</summary>
    public const string OptInVariable = "OTEL_SEMCONV_STABILITY_OPT_IN";
    public const string OptIn = "rpc";
    public const string OptInToBoth = "rpc/dup";

    public const string AwsApi = "aws-api";

    public const string RpcSystem = "rpc.system";
    public const string RpcSystemName = "rpc.system.name";
    public const string RpcService = "rpc.service";
    public const string RpcMethod = "rpc.method";
    public const string CloudRegion = "cloud.region";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string RequestId = "aws.request_id";
    public const string ExtendedRequestId = "aws.extended_request_id";
    public const string Attempts = "aws.attempts";
    public const string StatusCode = "http.response.status_code";
    public const string ErrorType = "error.type";

    public const string CallDuration = "rpc.client.call.duration";
    public const string CallAttempts = "client.call.attempts";
    public const string RequestSize = "client.call.request_size";
    public const string ResponseSize = "client.call.response_size";
}
