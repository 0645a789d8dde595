using System.Collections.Generic;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The protocol restXml.</summary>
/// <param name="wrapsErrors">Whether errors have an element around them, which those of S3 do not have.</param>
internal sealed class FakeRestXml(bool wrapsErrors) : FakeProtocol
{
    private const string StorageRequestIdHeader = "x-amz-request-id";

    private string IdHeader => wrapsErrors ? RequestIdHeader : StorageRequestIdHeader;

    internal override IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations) => new RestFinder(operations);

    internal override void End(FakeResponseWriter response, FakeOperation operation, string requestId) => response.DefaultHeader(IdHeader, requestId);

    internal override void EndError(FakeErrorWriter writer, string requestId)
    {
        if (wrapsErrors)
        {
            FakeXmlErrors.EndEnvelope(writer, requestId);
        }
        else
        {
            writer.Xml.String("RequestId"u8, requestId);
            writer.Xml.EndObject();
        }

        writer.DefaultHeader(IdHeader, requestId);
    }

    private protected override void BeginError(FakeErrorWriter writer, in ErrorHead error)
    {
        if (wrapsErrors)
        {
            FakeXmlErrors.BeginEnvelope(writer, error, []);
            return;
        }

        writer.Xml.Name("Error"u8);
        writer.Xml.BeginObject();
        FakeXmlErrors.WriteHead(writer, error, hasType: false);
    }

    private protected override (string Code, int Status) GetError(FakeRefusal reason) => wrapsErrors ? FakeXmlErrors.GetError(reason) : reason switch
    {
        FakeRefusal.Malformed => ("MalformedXML", 400),
        FakeRefusal.UnknownOperation => ("UnknownOperation", 404),
        FakeRefusal.Validation => ("InvalidRequest", 400),
        FakeRefusal.Throttling => ("SlowDown", 503),
        FakeRefusal.MissingSignature or FakeRefusal.Expired => ("AccessDenied", 403),
        FakeRefusal.UnknownCredentials => ("InvalidAccessKeyId", 403),
        FakeRefusal.ClockSkew => ("RequestTimeTooSkewed", 403),
        _ => ("SignatureDoesNotMatch", 403),
    };
}
