namespace DataZoneGen.Runtime.Tests.Telemetry;

/// <summary>What a server can put where a service puts names and ids.</summary>
internal static class Hostile
{
    /// <summary>Would begin a log line of its own, color the terminal, and be a megabyte.</summary>
    public static readonly string Code = "Odd\r\n2026-01-01 WARN forged\u001b[31m\u2028é" + new string('x', 500_000);

    public static readonly string CleanCode = Limited("Odd??2026-01-01 WARN forged?[31m??");

    /// <summary>The same as far as a header can hold it.</summary>
    public static readonly string Header = "id\u001b[31mé" + new string('x', 5_000);

    public static readonly string CleanHeader = Limited("id?[31m?");

    public static readonly string ErrorBody = $$"""{"__type":{{System.Text.Json.JsonSerializer.Serialize(Code)}},"message":"m"}""";

    private static string Limited(string beginning) => beginning.PadRight(256, 'x');
}
