using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Reads the code and the message of an error in XML.</summary>
/// <remarks>
/// An error is an element <c>Error</c>: the root, as in S3, a child of the root, as in the AWS query protocol, or in an element <c>Errors</c>, as in EC2. All
/// forms are read, whatever the protocol. If there are several errors, the first one counts.
/// </remarks>
internal static class XmlErrorBody
{
    /// <summary>Reads the body of an error response, which is not empty.</summary>
    public static ErrorContent Read(ReadOnlySpan<byte> body)
    {
        var error = default(Error);
        try
        {
            var xml = new XmlBodyReader(body);
            ReadRoot(ref xml, ref error);
            xml.End();
        }
        catch (BodyFormatException)
        {
            // Other parts of a damaged error may be secret, so that the body is not shown.
            return error.IsFound ? new ErrorContent(Members: null, error.Code, error.Message, error.RequestId) : ErrorContent.FromText(body);
        }

        return error.IsFound ? new ErrorContent(error.Members, error.Code, error.Message, error.RequestId) : ErrorContent.FromText(body);
    }

    /// <summary>Reads the payload of an error in an event stream. Its root element has the members of the error.</summary>
    public static ErrorContent ReadEventPayload(ReadOnlySpan<byte> payload)
    {
        var error = default(Error);
        try
        {
            var xml = new XmlBodyReader(payload);
            ReadError(ref xml, ref error);
            xml.End();
        }
        catch (BodyFormatException)
        {
            return default;
        }

        return new ErrorContent(Range.All, Code: null, error.Message);
    }

    /// <summary>Returns whether a name is one of the names that services use for the request id.</summary>
    public static bool IsRequestId(Utf8Text name) => name.Is("RequestId"u8) || name.Is("RequestID"u8) || name.Is("requestId"u8);

    private static void ReadRoot(ref XmlBodyReader xml, ref Error error)
    {
        if (xml.ElementName().Is("Error"u8))
        {
            ReadError(ref xml, ref error);
            return;
        }

        while (xml.NextMember(out var name))
        {
            if (name.Is("Error"u8))
            {
                ReadFirst(ref xml, ref error);
            }
            else if (name.Is("Errors"u8))
            {
                while (xml.NextElement())
                {
                    ReadFirst(ref xml, ref error);
                }
            }
            else if (IsRequestId(name))
            {
                error.RequestId = NullIfEmpty(xml.String());
            }
            else
            {
                xml.Skip();
            }
        }
    }

    private static void ReadFirst(ref XmlBodyReader xml, ref Error error)
    {
        if (error.IsFound)
        {
            xml.Skip();
        }
        else
        {
            ReadError(ref xml, ref error);
        }
    }

    private static void ReadError(ref XmlBodyReader xml, ref Error error)
    {
        error.IsFound = true;
        var start = xml.ElementStart();
        while (xml.NextMember(out var name))
        {
            if (name.Is("Code"u8))
            {
                error.Code = NullIfEmpty(xml.String());
            }
            else if (name.Is("Message"u8) || name.Is("message"u8))
            {
                error.Message ??= NullIfEmpty(xml.String());
            }
            else if (IsRequestId(name))
            {
                error.RequestId = NullIfEmpty(xml.String());
            }
            else
            {
                xml.Skip();
            }
        }

        error.Members = start..xml.Position;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private struct Error
    {
        public bool IsFound;
        public Range Members;
        public string? Code;
        public string? Message;
        public string? RequestId;
    }
}
