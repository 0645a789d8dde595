using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Answers to the byte, right ones and wrong ones.</summary>
internal static class FaultAnswers
{
    public const int BombBytes = 64 * 1024 * 1024;

    private const string Json = "application/json";
    private const string Html = "text/html";
    private const string Page = "<html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>";

    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);

    public static byte[] Right(byte[] body) => Make("200 OK", Json, body);

    /// <summary>What is sent for a fault, if anything is: all of it or its first part.</summary>
    public static byte[] Wrong(Fault fault, byte[] body) => fault switch
    {
        Fault.HalfWrittenHeaders => Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le"),
        Fault.ResetInBody or Fault.StalledBody => Make("200 OK", Json, body)[..^(body.Length / 2)],
        Fault.InternalServerError => Error("500 Internal Server Error", "InternalServerException"),
        Fault.BadGateway => Error("502 Bad Gateway", "BadGateway"),
        Fault.ServiceUnavailable => Error("503 Service Unavailable", "ServiceUnavailable"),
        Fault.GatewayTimeout => Error("504 Gateway Timeout", "GatewayTimeout"),
        Fault.TooManyRequests => Error("429 Too Many Requests", "ThrottlingException"),
        Fault.HtmlErrorPage => Make("502 Bad Gateway", Html, Encoding.ASCII.GetBytes(Page)),
        Fault.HtmlInPlaceOfJson => Make("200 OK", Html, Encoding.ASCII.GetBytes(Page)),
        Fault.LengthTooLong => Make("200 OK", Json, body, announced: body.Length + 10),
        Fault.LengthTooShort => Make("200 OK", Json, body, announced: body.Length / 2),
        Fault.GzipBomb => Make("200 OK", Json, Bomb.Value, more: "Content-Encoding: gzip\r\n"),
        Fault.NotHttp => Encoding.ASCII.GetBytes("220 mail.example.com ESMTP\r\n"),
        _ => [],
    };

    public static byte[] Error(string status, string code, string message = "As planned.", string more = "") => Make(
        status, Json, Encoding.UTF8.GetBytes("{\"message\":\"" + message + "\"}"), more: "x-amzn-errortype: " + code + "\r\n" + more);

    private static byte[] Make(string status, string contentType, byte[] body, int? announced = null, string more = "")
    {
        var length = (announced ?? body.Length).ToString(CultureInfo.InvariantCulture);
        var head = "HTTP/1.1 " + status + "\r\nContent-Type: " + contentType + "\r\nx-amzn-RequestId: request-1\r\n" + more + "Content-Length: " + length + "\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static byte[] MakeBomb()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            // Blanks are valid JSON as far as they go, so nothing but their number can be complained of.
            var blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var count = 0; count < BombBytes; count += blanks.Length)
            {
                gzip.Write(blanks);
            }
        }

        return compressed.ToArray();
    }
}
