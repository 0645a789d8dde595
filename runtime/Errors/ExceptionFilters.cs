using System;
using System.IO;
using System.Net.Http;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>Tells apart what the runtime catches.</summary>
internal static class ExceptionFilters
{
    /// <summary>Whether an exception means that no response came, for whatever reason.</summary>
    public static bool IsTransportError(Exception exception) => exception is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>
    /// Whether a source of credentials, tokens or settings threw what no caller should see as it is: anything but an exception of this library, or
    /// the end of the call that waits for the source.
    /// </summary>
    public static bool IsSourceError(Exception exception, CancellationToken call) =>
        exception is not AwsException && !(call.IsCancellationRequested && IsTransportError(exception));
}
