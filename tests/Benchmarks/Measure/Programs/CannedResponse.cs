namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>The response that a server returns to each request.</summary>
/// <param name="File">The file of the body, relative to the folder of the programs.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Checksum">The CRC-32 of the body in base64, or an empty string if the service sends none.</param>
internal sealed record CannedResponse(string File, string ContentType, string Checksum = "")
{
    public static CannedResponse Run { get; } = new("Responses/run.json", "application/json");

    public static CannedResponse Accounts { get; } = new("Responses/accounts.json", "application/json");

    public static CannedResponse Item { get; } = new("Responses/item.json", "application/x-amz-json-1.0");

    public static CannedResponse Messages { get; } = new("Responses/messages.json", "application/x-amz-json-1.0");

    public static CannedResponse SmallObject { get; } = new("Responses/object.txt", "text/plain", "ex669g==");
}
