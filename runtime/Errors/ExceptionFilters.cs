using System;
using System.IO;
using System.Net.Http;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>Exception filters that several parts of the runtime share.</summary>
internal static class ExceptionFilters
{
    /// <summary>Whether an exception means that no response was received.</summary>
    public static bool IsTransportError(Exception exception) => exception is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>
    /// Whether an exception of a source of credentials, tokens or settings must be wrapped: all exceptions except those of this library, and those that
    /// result from the cancellation of the call.
    /// </summary>
    public static bool IsSourceError(Exception exception, CancellationToken call) =>
        exception is not AwsException && !(call.IsCancellationRequested && IsTransportError(exception));
}
