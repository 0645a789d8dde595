using DataZoneGen.Testing.Wire;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The EC2 query protocol.</summary>
/// <param name="version">The version of the API.</param>
/// <param name="xmlNamespace">The namespace of responses, if any.</param>
internal sealed class FakeEc2Query(string version, string? xmlNamespace) : FakeQueryProtocol(version, xmlNamespace, "text/xml;charset=UTF-8")
{
    protected override void WriteRequestId(XmlBodyWriter xml, string requestId) => xml.String("requestId"u8, requestId);

    protected override void EndEnvelope(FakeErrorWriter writer, string requestId)
    {
        var xml = writer.Xml;
        xml.EndObject();
        xml.EndObject();
        xml.String("RequestID"u8, requestId);
        xml.EndObject();
    }

    private protected override void BeginError(FakeErrorWriter writer, in ErrorHead error)
    {
        var xml = writer.Xml;
        xml.Name("Response"u8);
        xml.BeginObject();
        xml.Name("Errors"u8);
        xml.BeginObject();
        xml.Name("Error"u8);
        xml.BeginObject();
        FakeXmlErrors.WriteHead(writer, error, hasType: false);
    }

    private protected override (string Code, int Status) GetError(FakeRefusal reason) => reason switch
    {
        FakeRefusal.Throttling => ("RequestLimitExceeded", 503),
        FakeRefusal.UnknownCredentials or FakeRefusal.WrongSignature => ("AuthFailure", 401),
        _ => FakeXmlErrors.GetError(reason),
    };
}
