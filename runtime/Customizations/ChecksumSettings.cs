namespace DataZoneGen.Core;

/// <summary>The settings of a call for checksums.</summary>
/// <param name="Calculation">When requests have checksums.</param>
/// <param name="Validation">When responses are compared with their checksums.</param>
/// <param name="SignsChunks">Whether the chunks of a stream are signed, because the connection is not encrypted.</param>
internal readonly record struct ChecksumSettings(RequestChecksumCalculation Calculation, ResponseChecksumValidation Validation, bool SignsChunks);
