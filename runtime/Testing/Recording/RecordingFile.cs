using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataZoneGen.Testing.Core;

/// <summary>A file with recorded calls: an array in JSON.</summary>
internal static class RecordingFile
{
    // Files are read by people and by this class, never by browsers.
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] Start = "[\n"u8.ToArray();
    private static readonly byte[] Separator = ",\n"u8.ToArray();
    private static readonly byte[] End = "\n]\n"u8.ToArray();

    /// <summary>Writes a file without calls.</summary>
    public static void Create(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllBytes(path, [.. Start, .. "]\n"u8]);
    }

    /// <summary>Adds a call to a file. The file is complete after each call.</summary>
    public static void Append(string path, RecordedCall call, bool isFirst)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.Seek(isFirst ? Start.Length : file.Length - End.Length, SeekOrigin.Begin);
        if (!isFirst)
        {
            file.Write(Separator);
        }

        file.Write(ToJson(call));
        file.Write(End);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is not a recording.</exception>
    public static List<RecordedCall> Read(string path)
    {
        try
        {
            var calls = new List<RecordedCall>();
            foreach (var call in JsonNode.Parse(File.ReadAllBytes(path))!.AsArray())
            {
                var request = call!["request"]!;
                var response = call["response"]!;
                calls.Add(new RecordedCall(
                    Text(call["operation"]),
                    new RecordedRequest(Text(request["method"]), request["host"]?.GetValue<string>(), Text(request["target"]), Headers(request), Body(request)),
                    new RecordedResponse(response["status"]!.GetValue<int>(), Headers(response), Body(response))));
            }

            return calls;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new InvalidDataException($"The file '{path}' is not a recording of calls.", exception);
        }
    }

    private static byte[] ToJson(RecordedCall call)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("operation", call.Operation);
            json.WriteStartObject("request");
            json.WriteString("method", call.Request.Method);
            if (call.Request.Host is { } host)
            {
                json.WriteString("host", host);
            }

            json.WriteString("target", call.Request.Target);
            WriteMessage(json, call.Request.Headers, call.Request.Body);
            json.WriteEndObject();
            json.WriteStartObject("response");
            json.WriteNumber("status", call.Response.StatusCode);
            WriteMessage(json, call.Response.Headers, call.Response.Body);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        // The writer uses the line break of the machine.
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer.ToArray()).ReplaceLineEndings("\n"));
    }

    private static void WriteMessage(Utf8JsonWriter json, SortedDictionary<string, string> headers, RecordedBody body)
    {
        if (headers.Count > 0)
        {
            json.WriteStartObject("headers");
            foreach (var (name, value) in headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        if (body.Value is { } content)
        {
            json.WritePropertyName(body.Format);
            content.WriteTo(json);
        }
    }

    private static SortedDictionary<string, string> Headers(JsonNode message)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in message["headers"]?.AsObject() ?? [])
        {
            headers[name] = Text(value);
        }

        return headers;
    }

    private static RecordedBody Body(JsonNode message)
    {
        foreach (var format in RecordedBody.Formats)
        {
            if (message[format] is { } value)
            {
                return new RecordedBody(format, value);
            }
        }

        return RecordedBody.Empty;
    }

    private static string Text(JsonNode? value) => value!.GetValue<string>();
}
