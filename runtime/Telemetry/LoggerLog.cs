using Microsoft.Extensions.Logging;

namespace DataZoneGen.Core;

/// <summary>
/// Everything that the runtime logs, each with its event id. No line has the URL of a request, a member of an input or an output, a header other
/// than the request's id, or a message of the service's, which may quote any of these: the caller has the exception. What a service has sent comes
/// here through <see cref="SafeText"/>.
/// </summary>
internal sealed partial class LoggerLog(ILogger logger) : ClientLog
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(1, LogLevel.Trace, "{Service} {Operation} started.")]
    public override partial void CallStarted(string service, string operation);

    [LoggerMessage(2, LogLevel.Debug, "{Service} {Operation} succeeded in {Milliseconds:0.0} ms; attempts {Attempts}, request id {RequestId}.")]
    public override partial void CallSucceeded(string service, string operation, double milliseconds, int attempts, string? requestId);

    // Not an error: the exception goes to the caller, who may well expect it.
    [LoggerMessage(3, LogLevel.Warning, "{Service} {Operation} failed in {Milliseconds:0.0} ms with {ErrorType}; attempts {Attempts}, request id {RequestId}.")]
    public override partial void CallFailed(string service, string operation, double milliseconds, string errorType, int attempts, string? requestId);

    [LoggerMessage(4, LogLevel.Debug, "{Service} {Operation} was cancelled by its caller after {Milliseconds:0.0} ms; attempts {Attempts}.")]
    public override partial void CallCanceled(string service, string operation, double milliseconds, int attempts);

    // No warning: sending again is what the client is there for, and a call that fails in the end warns.
    [LoggerMessage(5, LogLevel.Information, "{Service} {Operation}: attempt {Attempt} failed with {ErrorType}; the next one follows in {DelayMilliseconds:0} ms.")]
    public override partial void AttemptFailed(string service, string operation, int attempt, string errorType, double delayMilliseconds);

    [LoggerMessage(6, LogLevel.Debug, "{Service} is called at {Server}, region {Region}.")]
    public override partial void EndpointResolved(string service, string server, string? region);

    [LoggerMessage(7, LogLevel.Debug, "Credentials come from {Source}.")]
    public override partial void CredentialsFound(string source);

    [LoggerMessage(8, LogLevel.Warning, "The service's clock and this machine's differ by {Seconds:0} s; requests are dated by the service's from now on.")]
    public override partial void ClockCorrected(double seconds);

    // Not an error: what is ignored may not be needed, and what is needed and missing fails the call.
    [LoggerMessage(9, LogLevel.Warning, "Part of the shared AWS configuration is ignored. {Problem}")]
    public override partial void ConfigurationIgnored(string problem);

    // A warning: nothing else tells a member that the service did not send from one that could not be read.
    [LoggerMessage(10, LogLevel.Warning, "{Service} {Operation}: {Members} members of the response could not be read and are left out; request id {RequestId}.")]
    public override partial void MembersOmitted(string service, string operation, int members, string? requestId);
}
