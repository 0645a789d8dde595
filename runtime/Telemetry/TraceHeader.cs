using System;
using System.Diagnostics;

namespace DataZoneGen.Core;

/// <summary>
/// Creates the trace header of AWS X-Ray, which AWS services support. It is not signed, so that X-Ray and proxies can change it.
/// </summary>
internal static class TraceHeader
{
    public const string Name = "X-Amzn-Trace-Id";

    private const string LambdaTrace = "_X_AMZN_TRACE_ID";
    private const int EpochLength = 8;

    private static readonly bool IsLambda = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"));

    /// <summary>Creates the value: in AWS Lambda, the trace of the function; otherwise, the activity of the call; <see langword="null"/> if there is none.</summary>
    public static string? Create(Activity? span) => FromLambda() ?? FromActivity(span);

    /// <summary>Returns the trace of the Lambda function. It takes precedence over the activity, because Lambda uses its lineage to detect recursive loops.</summary>
    private static string? FromLambda() =>
        IsLambda && Environment.GetEnvironmentVariable(LambdaTrace) is { Length: > 0 } trace && !trace.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? trace
            : null;

    private static string? FromActivity(Activity? span)
    {
        if (span is not { IdFormat: ActivityIdFormat.W3C })
        {
            return null;
        }

        var trace = span.TraceId.ToHexString();
        return $"Root=1-{trace[..EpochLength]}-{trace[EpochLength..]};Parent={span.SpanId.ToHexString()};Sampled={(span.Recorded ? '1' : '0')}";
    }
}
