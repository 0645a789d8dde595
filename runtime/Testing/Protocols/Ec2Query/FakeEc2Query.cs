using System.Collections.Generic;
using System.Text;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The EC2 query protocol: requests are forms, and responses are XML.</summary>
/// <param name="version">The version of the API.</param>
/// <param name="xmlNamespace">The namespace of responses, if any.</param>
internal sealed class FakeEc2Query(string version, string? xmlNamespace) : FakeProtocol
{
    private const string ContentType = "text/xml;charset=UTF-8";

    private readonly byte[] _namespace = Encoding.UTF8.GetBytes(xmlNamespace ?? "");

    internal override IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations) => new ActionFinder(version, operations);

    internal override void Begin(FakeResponseWriter response, FakeOperation operation)
    {
        response.Xml.Name(operation.ResponseName, default, _namespace);
        response.Xml.BeginObject();
    }

    internal override void End(FakeResponseWriter response, FakeOperation operation, string requestId)
    {
        response.Xml.String("requestId"u8, requestId);
        response.Xml.EndObject();
        response.SetBodyContentType(ContentType);
        base.End(response, operation, requestId);
    }

    internal override void EndError(FakeErrorWriter writer, string requestId)
    {
        var xml = writer.Xml;
        xml.EndObject();
        xml.EndObject();
        xml.String("RequestID"u8, requestId);
        xml.EndObject();
        writer.SetBodyContentType(ContentType);
        writer.DefaultHeader(RequestIdHeader, requestId);
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
