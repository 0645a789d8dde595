using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Reads the code and the message of an error in CBOR.</summary>
internal static class CborErrorBody
{
    public static ErrorContent Read(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        if (body[0] >> CborType.Shift is not (CborType.Map or CborType.Tag))
        {
            return ErrorContent.FromText(body);
        }

        try
        {
            return ReadMap(body);
        }
        catch (BodyFormatException)
        {
            return default;
        }
    }

    private static ErrorContent ReadMap(ReadOnlySpan<byte> body)
    {
        string? type = null, code = null, lowerMessage = null, upperMessage = null;
        var cbor = new CborBodyReader(body);
        while (cbor.NextMember(out var name))
        {
            if (name.Is("__type"u8))
            {
                type = cbor.StringOrNull();
            }
            else if (name.Is("code"u8))
            {
                code = cbor.StringOrNull();
            }
            else if (name.Is("message"u8))
            {
                lowerMessage = cbor.StringOrNull();
            }
            else if (name.Is("Message"u8))
            {
                upperMessage = cbor.StringOrNull();
            }
            else
            {
                cbor.Skip();
            }
        }

        cbor.End();
        return new ErrorContent(Range.All, type ?? code, lowerMessage ?? upperMessage);
    }
}
