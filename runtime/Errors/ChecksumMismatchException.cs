namespace DataZoneGen.Core;

/// <summary>
/// Data does not match its checksum. The pipeline, which knows the operation and the request id, converts this exception to an
/// <see cref="AwsChecksumException"/>.
/// </summary>
internal sealed class ChecksumMismatchException(string message) : WireFormatException(message);
