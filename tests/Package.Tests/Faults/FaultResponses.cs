using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>The exact bytes of valid and faulty responses.</summary>
internal static class FaultResponses
{
    public const int BombBytes = 64 * 1024 * 1024;

    private const string Json = "application/json";
    private const string Html = "text/html";
    private const string Page = "<html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>";

    private static readonly Lazy<byte[]> Bomb = new(CreateBomb);

    public static byte[] Valid(byte[] body) => Create("200 OK", Json, body);

    /// <summary>Returns the bytes that the server sends for a fault; empty for none.</summary>
    public static byte[] Faulty(Fault fault, byte[] body) => fault switch
    {
        Fault.TruncatedHeaders => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le"),
        Fault.ResetInBody or Fault.StalledBody => Create("200 OK", Json, body)[..^(body.Length / 2)],
        Fault.InternalServerError => Error("500 Internal Server Error", "InternalServerException"),
        Fault.BadGateway => Error("502 Bad Gateway", "BadGateway"),
        Fault.ServiceUnavailable => Error("503 Service Unavailable", "ServiceUnavailable"),
        Fault.GatewayTimeout => Error("504 Gateway Timeout", "GatewayTimeout"),
        Fault.TooManyRequests => Error("429 Too Many Requests", "ThrottlingException"),
        Fault.HtmlErrorPage => Create("502 Bad Gateway", Html, Encoding.ASCII.GetBytes(Page)),
        Fault.HtmlInsteadOfJson => Create("200 OK", Html, Encoding.ASCII.GetBytes(Page)),
        Fault.LengthTooLong => Create("200 OK", Json, body, announced: body.Length + 10),
        Fault.LengthTooShort => Create("200 OK", Json, body, announced: body.Length / 2),
        Fault.GzipBomb => Create("200 OK", Json, Bomb.Value, more: "Content-Encoding: gzip\r\n"),
        Fault.NotHttp => Encoding.ASCII.GetBytes("220 mail.example.com ESMTP\r\n"),
        _ => [],
    };

    public static byte[] Error(string status, string code, string message = "As planned.", string more = "") => Create(
        status, Json, Encoding.UTF8.GetBytes("{\"message\":\"" + message + "\"}"), more: "x-amzn-errortype: " + code + "\r\n" + more);

    private static byte[] Create(string status, string contentType, byte[] body, int? announced = null, string more = "")
    {
        var length = (announced ?? body.Length).ToString(CultureInfo.InvariantCulture);
        var head = "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\nx-amzn-RequestId: request-1\r\n" + more + "Content-Length: " + length + "\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static byte[] CreateBomb()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            // Spaces are valid JSON, so only their number can be an error.
            var spaces = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var count = 0; count < BombBytes; count += spaces.Length)
            {
                gzip.Write(spaces);
            }
        }

        return compressed.ToArray();
    }
}
