using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Reads the code and the message of an error in JSON. Services, and proxies in front of them, use many formats.</summary>
internal static class JsonErrorBody
{
    /// <param name="body">The body.</param>
    /// <param name="prefersType">Whether <c>__type</c> takes precedence over <c>code</c>, which may also be a member of the error.</param>
    public static ErrorContent Read(ReadOnlySpan<byte> body, bool prefersType)
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
            return ReadObject(body, prefersType, ref hasOtherMembers);
        }
        catch (BodyFormatException exception)
        {
            // Use the readable part, unless it has other members, which may be secret.
            return hasOtherMembers ? default : ErrorContent.FromText(body[..(int)Math.Min(exception.BytePosition, body.Length)]);
        }
    }

    private static ErrorContent ReadObject(ReadOnlySpan<byte> body, bool prefersType, ref bool hasOtherMembers)
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
        var code = lowerCode ?? upperCode;
        return new ErrorContent(Range.All, prefersType ? type ?? code : code ?? type, lowerMessage ?? upperMessage);
    }
}
