using System.Globalization;
using System.Net.Http;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>
/// The headers that identify the client, the call, the attempt and the trace. They are not signed: they are for statistics, and proxies may change
/// them.
/// </summary>
internal sealed class AttemptHeaders(PipelineSettings settings)
{
    private const string AttemptName = "amz-sdk-request";

    private readonly ValidatedHeader _userAgent = new("User-Agent", UserAgent.Create(settings));
    private readonly ValidatedHeader _firstAttempt = new(
        AttemptName,
        settings.RetryMode == RetryMode.StandardUntil2026 ? "attempt=1" : "attempt=1; max=" + settings.MaxAttempts.ToString(CultureInfo.InvariantCulture));

    public void Add(HttpRequestMessage message, Call call)
    {
        MessageHeaders.Add(message.Headers, _userAgent);
        MessageHeaders.Add(message.Headers, "amz-sdk-invocation-id", call.InvocationId);
        if (call.Attempt == 0)
        {
            MessageHeaders.Add(message.Headers, _firstAttempt);
        }
        else
        {
            MessageHeaders.Add(message.Headers, AttemptName, Describe(call));
        }

        if (TraceHeader.Create(call.Observer.Span) is { } trace && !message.Headers.NonValidated.Contains(TraceHeader.Name))
        {
            MessageHeaders.Add(message.Headers, TraceHeader.Name, trace);
        }
    }

    /// <summary>Describes a retry, with the time on the service's clock after which the client no longer waits for the response, if it is known.</summary>
    private string Describe(Call call)
    {
        var attempt = string.Create(CultureInfo.InvariantCulture, $"attempt={call.Attempt + 1}; max={settings.MaxAttempts}");
        var timeout = call.Deadline.GetAttemptTimeout(call.AttemptTimeout);
        return call.ServiceOffset is { } offset && timeout != Timeout.InfiniteTimeSpan
            ? string.Create(CultureInfo.InvariantCulture, $"ttl={settings.TimeProvider.GetUtcNow() + offset + timeout:yyyyMMdd'T'HHmmss'Z'}; {attempt}")
            : attempt;
    }
}
