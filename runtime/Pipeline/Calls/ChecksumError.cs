using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Creates the exception for data that does not match its checksum.</summary>
internal static class ChecksumError
{
    /// <summary>Creates the exception for the caller.</summary>
    public static AwsChecksumException Create(ChecksumMismatchException exception, Operation operation, HttpResponseMessage response, int attempts) =>
        new($"{operation.Service.ServiceId} {operation.Name} failed a checksum test. {exception.Message}", exception)
        {
            StatusCode = response.StatusCode,
            RequestId = ResponseHeaders.GetRequestId(response),
            Attempts = attempts,
            Operation = operation.Name,
        };
}
