using Microsoft.Extensions.Logging;

namespace DataZoneGen.Core;

/// <summary>
/// All log messages of the runtime with their event ids. No message contains the URL of a request, a member of an input or an output, a header other
/// than the request id, or a message of the service, which may quote any of these: the caller has the exception. Texts from a service have been sanitized
/// by <see cref="SafeText"/>.
/// </summary>
internal sealed partial class LoggerLog(ILogger logger) : ClientLog
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(1, LogLevel.Trace, "{Service} {Operation} started.")]
    public override partial void CallStarted(string service, string operation);

    [LoggerMessage(2, LogLevel.Debug, "{Service} {Operation} succeeded in {Milliseconds:0.0} ms; attempts {Attempts}, request id {RequestId}.")]
    public override partial void CallSucceeded(string service, string operation, double milliseconds, int attempts, string? requestId);

    // A warning, not an error: the caller gets the exception and may expect it.
    [LoggerMessage(3, LogLevel.Warning, "{Service} {Operation} failed in {Milliseconds:0.0} ms with {ErrorType}; attempts {Attempts}, request id {RequestId}.")]
    public override partial void CallFailed(string service, string operation, double milliseconds, string errorType, int attempts, string? requestId);

    [LoggerMessage(4, LogLevel.Debug, "{Service} {Operation} was canceled by the caller after {Milliseconds:0.0} ms; attempts {Attempts}.")]
    public override partial void CallCanceled(string service, string operation, double milliseconds, int attempts);

    // Not a warning: retries are normal, and a call that finally fails logs a warning.
    [LoggerMessage(5, LogLevel.Information, "{Service} {Operation}: attempt {Attempt} failed with {ErrorType}; retry in {DelayMilliseconds:0} ms.")]
    public override partial void AttemptFailed(string service, string operation, int attempt, string errorType, double delayMilliseconds);

    [LoggerMessage(6, LogLevel.Debug, "{Service} uses the endpoint {Server}, region {Region}.")]
    public override partial void EndpointResolved(string service, string server, string? region);

    [LoggerMessage(7, LogLevel.Debug, "Credentials come from {Source}.")]
    public override partial void CredentialsFound(string source);

    [LoggerMessage(8, LogLevel.Warning, "The clock skew to the service is {Seconds:0} s; the clock offset for signatures was corrected.")]
    public override partial void ClockCorrected(double seconds);

    // A warning, not an error: the ignored part may not be needed, and a missing setting that is needed fails the call.
    [LoggerMessage(9, LogLevel.Warning, "Part of the shared AWS configuration is ignored. {Problem}")]
    public override partial void ConfigurationIgnored(string problem);

    // A warning, because this is the only way to distinguish a member that could not be read from one that was not sent.
    [LoggerMessage(10, LogLevel.Warning, "{Service} {Operation}: {Members} members of the response could not be read and were omitted; request id {RequestId}.")]
    public override partial void MembersOmitted(string service, string operation, int members, string? requestId);
}
