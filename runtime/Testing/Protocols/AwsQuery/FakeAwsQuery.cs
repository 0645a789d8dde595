using DataZoneGen.Testing.Wire;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The AWS query protocol.</summary>
/// <param name="version">The version of the API.</param>
/// <param name="xmlNamespace">The namespace of responses, if any.</param>
internal sealed class FakeAwsQuery(string version, string? xmlNamespace) : FakeQueryProtocol(version, xmlNamespace, "text/xml")
{
    protected override void WriteRequestId(XmlBodyWriter xml, string requestId)
    {
        xml.Name("ResponseMetadata"u8);
        xml.BeginObject();
        xml.String("RequestId"u8, requestId);
        xml.EndObject();
    }

    protected override void EndEnvelope(FakeErrorWriter writer, string requestId) => FakeXmlErrors.EndEnvelope(writer, requestId);

    private protected override void BeginError(FakeErrorWriter writer, in ErrorHead error) => FakeXmlErrors.BeginEnvelope(writer, error, Namespace);

    private protected override (string Code, int Status) GetError(FakeRefusal reason) => FakeXmlErrors.GetError(reason);
}
