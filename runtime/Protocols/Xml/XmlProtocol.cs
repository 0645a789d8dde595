using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>What the protocols with XML responses have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class XmlProtocol : Protocol
{
    private protected XmlProtocol()
    {
    }

    internal sealed override void End(ref BodyReaders readers) => readers.Xml.End();

    internal sealed override int OmitUnreadable(ref BodyReaders readers) => readers.Xml.OmitUnreadable();

    private protected sealed override ErrorContent ReadErrorBody(HttpResponseMessage message, ReadOnlySpan<byte> body)
    {
        // The beginning of XML that cannot be read says less than the reason phrase.
        var content = body.IsEmpty ? default : XmlErrorBody.Read(body);
        var isUnreadable = content is { Members: null, Code: null } && (content.Message is null || body.StartsWith("<"u8));
        return isUnreadable ? content with { Message = message.ReasonPhrase } : content;
    }

    private protected sealed override ErrorContent ReadEventErrorPayload(ReadOnlySpan<byte> payload) => XmlErrorBody.ReadEventPayload(payload);
}
