using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Reads the code and the message of an error in JSON. Services, and proxies in front of them, use many formats.</summary>
internal static class JsonErrorBody
{
    public static ErrorContent Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        if (!body.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return ErrorContent.FromText(body);
        }

        var hasOtherMembers = false;
        try
        {
            return ReadObject(body, ref hasOtherMembers);
        }
        catch (BodyFormatException exception)
        {
            // Use the readable part, unless it has other members, which may be secret.
            return hasOtherMembers ? default : ErrorContent.FromText(body[..(int)Math.Min(exception.BytePosition, body.Length)]);
        }
    }

    private static ErrorContent ReadObject(ReadOnlySpan<byte> body, ref bool hasOtherMembers)
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
        return new ErrorContent(IsReadable: true, lowerCode ?? upperCode ?? type, lowerMessage ?? upperMessage);
    }
}
