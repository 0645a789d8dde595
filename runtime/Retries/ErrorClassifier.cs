using System.Net;

namespace DataZoneGen.Core;

/// <summary>Classifies errors of services for retries.</summary>
internal static class ErrorClassifier
{
    /// <summary>Whether the service throttled the request.</summary>
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

    /// <summary>Whether the error is transient.</summary>
    public static bool IsTransient(AwsServiceException error)
        => error.ModeledRetry == ModeledRetry.Transient
            || error.ErrorCode is "RequestTimeout" or "RequestTimeoutException" or "PriorRequestNotComplete"
            || error.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether the cause may be the timestamp of the signature. Some of these codes can have other causes, too.</summary>
    public static bool IsClockSkewError(string errorCode) => errorCode is
        "RequestTimeTooSkewed" or
        "RequestExpired" or
        "RequestInTheFuture" or
        "InvalidSignatureException" or
        "SignatureDoesNotMatch" or
        "AuthFailure";

    /// <summary>Whether the credentials of the request have expired.</summary>
    public static bool IsExpiredCredentialsError(string errorCode) => errorCode is "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired";

    /// <summary>Returns the reason for a retry. Throttling takes precedence, because its delays are longer.</summary>
    public static RetryReason GetRetryReason(AwsServiceException error)
        => IsThrottling(error) ? RetryReason.Throttling
            : IsTransient(error) ? RetryReason.Transient
            : RetryReason.None;
}
