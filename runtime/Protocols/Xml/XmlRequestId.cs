using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Finds the request id in the successful responses of the query protocols.</summary>
internal static class XmlRequestId
{
    /// <summary>Returns the request id in the root element or in its <c>ResponseMetadata</c>; <see langword="null"/> if there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            var xml = new XmlBodyReader(body);
            return Find(ref xml);
        }
        catch (BodyFormatException)
        {
            // Operations without output do not read their body, whose errors do not matter here.
            return null;
        }
    }

    private static string? Find(ref XmlBodyReader xml)
    {
        string? requestId = null;
        while (requestId is null && xml.NextMember(out var name))
        {
            if (name.Is("ResponseMetadata"u8))
            {
                requestId = Find(ref xml);
            }
            else if (XmlErrorBody.IsRequestId(name))
            {
                requestId = xml.String();
            }
            else
            {
                xml.Skip();
            }
        }

        return requestId;
    }
}
