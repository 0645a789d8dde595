using System;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>What the body of an error response says. Services, and what stands before them, write it in many forms.</summary>
internal readonly record struct ErrorBody(bool IsJson, string? Code, string? Message)
{
    private const int MaxTextLength = 1024;

    /// <summary>Whether an answer is such as a proxy gives in the service's place: a page, or nothing at all, not even an error's name.</summary>
    public static bool IsNotFromService(ReadOnlySpan<byte> body, bool hasName)
    {
        var text = body.Trim(" \t\r\n\f\v"u8);
        return text.IsEmpty ? !hasName : text.StartsWith("<html>"u8);
    }

    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        if (!body.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return new ErrorBody(false, null, Text(body));
        }

        var hasOthers = false;
        try
        {
            return ReadObject(body, ref hasOthers);
        }
        catch (JsonFormatException exception)
        {
            // Told as far as it can be read, unless members that may be secret are in that.
            return hasOthers ? default : new ErrorBody(false, null, Text(body[..(int)Math.Min(exception.BytePosition, body.Length)]));
        }
    }

    /// <summary>The name in <c>namespace#Name:http://…</c>; <see langword="null"/> when nothing is left.</summary>
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

    private static ErrorBody ReadObject(ReadOnlySpan<byte> body, ref bool hasOthers)
    {
        string? smallCode = null, capitalCode = null, type = null, smallMessage = null, capitalMessage = null;
        var json = new JsonBodyReader(body);
        while (json.NextMember(out var name))
        {
            if (name.Is("code"u8))
            {
                smallCode = json.StringOrNull();
            }
            else if (name.Is("Code"u8))
            {
                capitalCode = json.StringOrNull();
            }
            else if (name.Is("__type"u8))
            {
                type = json.StringOrNull();
            }
            else if (name.Is("message"u8))
            {
                smallMessage = json.StringOrNull();
            }
            else if (name.Is("Message"u8))
            {
                capitalMessage = json.StringOrNull();
            }
            else
            {
                hasOthers = true;
                json.Skip();
            }
        }

        json.End();
        return new ErrorBody(true, smallCode ?? capitalCode ?? type, smallMessage ?? capitalMessage);
    }

    /// <summary>The beginning of a body that is no JSON, which often is all there is to find out what happened.</summary>
    private static string Text(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxTextLength * 4)]);
        return text.Length <= MaxTextLength ? text : text[..(char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength)];
    }
}
