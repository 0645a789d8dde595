using System.Collections.Generic;
using System.Text;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The AWS query protocol: requests are forms, and responses are XML.</summary>
/// <param name="version">The version of the API.</param>
/// <param name="xmlNamespace">The namespace of responses, if any.</param>
internal sealed class FakeAwsQuery(string version, string? xmlNamespace) : FakeProtocol
{
    private const string ContentType = "text/xml";

    private readonly byte[] _namespace = Encoding.UTF8.GetBytes(xmlNamespace ?? "");

    internal override IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations) => new ActionFinder(version, operations);

    internal override void Begin(FakeResponseWriter response, FakeOperation operation)
    {
        response.Xml.Name(operation.ResponseName, default, _namespace);
        response.Xml.BeginObject();
    }

    internal override void End(FakeResponseWriter response, FakeOperation operation, string requestId)
    {
        var xml = response.Xml;
        xml.Name("ResponseMetadata"u8);
        xml.BeginObject();
        xml.String("RequestId"u8, requestId);
        xml.EndObject();
        xml.EndObject();
        response.SetBodyContentType(ContentType);
        base.End(response, operation, requestId);
    }

    internal override void EndError(FakeErrorWriter writer, string requestId)
    {
        FakeXmlErrors.EndEnvelope(writer, requestId);
        writer.SetBodyContentType(ContentType);
        writer.DefaultHeader(RequestIdHeader, requestId);
    }

    private protected override void BeginError(FakeErrorWriter writer, in ErrorHead error) => FakeXmlErrors.BeginEnvelope(writer, error, _namespace);

    private protected override (string Code, int Status) GetError(FakeRefusal reason) => FakeXmlErrors.GetError(reason);
}
