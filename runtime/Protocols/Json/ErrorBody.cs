using System;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The content of the body of an error response. Services, and proxies in front of them, use many formats.</summary>
internal readonly record struct ErrorBody(bool IsJson, string? Code, string? Message)
{
    private const int MaxTextLength = 1024;

    /// <summary>Whether a response comes from a proxy: an HTML page, or an empty body without an error code.</summary>
    public static bool IsFromProxy(ReadOnlySpan<byte> body, bool hasCode)
    {
        var text = body.Trim(" \t\r\n\f\v"u8);
        return text.IsEmpty ? !hasCode : text.StartsWith("<html>"u8);
    }

    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        if (!body.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return new ErrorBody(false, null, GetText(body));
        }

        var hasOtherMembers = false;
        try
        {
            return ReadObject(body, ref hasOtherMembers);
        }
        catch (BodyFormatException exception)
        {
            // Use the readable part, unless it has other members, which may be secret.
            return hasOtherMembers ? default : new ErrorBody(false, null, GetText(body[..(int)Math.Min(exception.BytePosition, body.Length)]));
        }
    }

    /// <summary>Returns the name in <c>namespace#Name:http://…</c>; <see langword="null"/> if it is empty.</summary>
    public static string? CleanCode(string? code)
    {
        if (code is null)
        {
            return null;
        }

        var name = code.AsSpan();
        var colon = name.IndexOf(':');
        name = colon < 0 ? name : name[..colon];
        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return name.IsEmpty ? null : name.ToString();
    }

    private static ErrorBody ReadObject(ReadOnlySpan<byte> body, ref bool hasOtherMembers)
    {
        string? lowerCode = null, upperCode = null, type = null, lowerMessage = null, upperMessage = null;
        var json = new JsonBodyReader(body);
        while (json.NextMember(out var name))
        {
            if (name.Is("code"u8))
            {
                lowerCode = json.StringOrNull();
            }
            else if (name.Is("Code"u8))
            {
                upperCode = json.StringOrNull();
            }
            else if (name.Is("__type"u8))
            {
                type = json.StringOrNull();
            }
            else if (name.Is("message"u8))
            {
                lowerMessage = json.StringOrNull();
            }
            else if (name.Is("Message"u8))
            {
                upperMessage = json.StringOrNull();
            }
            else
            {
                hasOtherMembers = true;
                json.Skip();
            }
        }

        json.End();
        return new ErrorBody(true, lowerCode ?? upperCode ?? type, lowerMessage ?? upperMessage);
    }

    /// <summary>Returns the start of a body that is not JSON, which is often the only information about the error.</summary>
    private static string GetText(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxTextLength * 4)]);
        return text.Length <= MaxTextLength ? text : text[..(char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength)];
    }
}
