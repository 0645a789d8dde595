using System.Net;

namespace DataZoneGen.Core;

/// <summary>Which errors of services pass.</summary>
internal static class ErrorClassifier
{
    /// <summary>Whether the service asks for fewer requests.</summary>
    public static bool IsThrottling(AwsServiceException error)
        => error.ModeledRetry == ModeledRetry.Throttling || error.ErrorCode is
            "Throttling" or
            "ThrottlingException" or
            "ThrottledException" or
            "RequestThrottledException" or
            "TooManyRequestsException" or
            "ProvisionedThroughputExceededException" or
            "TransactionInProgressException" or
            "RequestLimitExceeded" or
            "BandwidthLimitExceeded" or
            "LimitExceededException" or
            "RequestThrottled" or
            "SlowDown" or
            "PriorRequestNotComplete" or
            "EC2ThrottledException";

    /// <summary>Whether the trouble is of a kind that passes by itself.</summary>
    public static bool IsTransient(AwsServiceException error)
        => error.ModeledRetry == ModeledRetry.Transient
            || error.ErrorCode is "RequestTimeout" or "RequestTimeoutException" or "PriorRequestNotComplete"
            || error.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether the service may dislike the date that a request was signed with. Some of these codes have other reasons as well.</summary>
    public static bool IsClockSkewError(string errorCode) => errorCode is
        "RequestTimeTooSkewed" or
        "RequestExpired" or
        "RequestInTheFuture" or
        "InvalidSignatureException" or
        "SignatureDoesNotMatch" or
        "AuthFailure";

    /// <summary>Whether the credentials of a request have come to their end.</summary>
    public static bool IsExpiredCredentialsError(string errorCode) => errorCode is "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired";

    /// <summary>Why to send the request again; throttling goes first, because its waits are longer.</summary>
    public static RetryReason GetRetryReason(AwsServiceException error)
        => IsThrottling(error) ? RetryReason.Throttling
            : IsTransient(error) ? RetryReason.Transient
            : RetryReason.None;
}
