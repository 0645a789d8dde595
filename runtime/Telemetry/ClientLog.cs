namespace DataZoneGen.Core;

/// <summary>
/// The log events of the runtime. It is separate from <see cref="LoggerLog"/>, so that AOT compilation can trim the logging code from applications that
/// set no logger.
/// </summary>
internal abstract class ClientLog
{
    public abstract void CallStarted(string service, string operation);

    public abstract void CallSucceeded(string service, string operation, double milliseconds, int attempts, string? requestId);

    public abstract void CallFailed(string service, string operation, double milliseconds, string errorType, int attempts, string? requestId);

    public abstract void CallCanceled(string service, string operation, double milliseconds, int attempts);

    public abstract void AttemptFailed(string service, string operation, int attempt, string errorType, double delayMilliseconds);

    public abstract void MembersOmitted(string service, string operation, int members, string? requestId);

    public abstract void CredentialsFound(string source);

    public abstract void EndpointResolved(string service, string server, string? region);

    public abstract void ClockCorrected(double seconds);

    public abstract void ConfigurationIgnored(string problem);
}
