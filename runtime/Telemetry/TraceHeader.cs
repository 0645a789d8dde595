using System;
using System.Diagnostics;

namespace DataZoneGen.Core;

/// <summary>
/// Tells the service which trace a request belongs to, in X-Ray's header: the one that AWS services understand. It is no part of the signature,
/// so that whatever stands in between may change it, as X-Ray does.
/// </summary>
internal static class TraceHeader
{
    public const string Name = "X-Amzn-Trace-Id";

    private const string LambdaTrace = "_X_AMZN_TRACE_ID";
    private const int EpochLength = 8;

    private static readonly bool IsLambda = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"));

    /// <summary>The value: inside Lambda what Lambda says, elsewhere the span of the call; <see langword="null"/> if there is none.</summary>
    public static string? Create(Activity? span) => OfLambda() ?? OfSpan(span);

    /// <summary>Lambda's own trace, which goes before a span: by the lineage in it Lambda notices functions that call themselves without end.</summary>
    private static string? OfLambda() =>
        IsLambda && Environment.GetEnvironmentVariable(LambdaTrace) is { Length: > 0 } trace && !trace.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? trace
            : null;

    private static string? OfSpan(Activity? span)
    {
        if (span is not { IdFormat: ActivityIdFormat.W3C })
        {
            return null;
        }

        var trace = span.TraceId.ToHexString();
        return $"Root=1-{trace[..EpochLength]}-{trace[EpochLength..]};Parent={span.SpanId.ToHexString()};Sampled={(span.Recorded ? '1' : '0')}";
    }
}
