using System.Collections.Generic;
using System.Text;
using DataZoneGen.Testing.Wire;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>A protocol whose requests are forms with an action, and whose responses are XML.</summary>
/// <param name="version">The version of the API.</param>
/// <param name="xmlNamespace">The namespace of responses, if any.</param>
/// <param name="contentType">The content type of responses and errors.</param>
internal abstract class FakeQueryProtocol(string version, string? xmlNamespace, string contentType) : FakeProtocol
{
    /// <summary>The namespace of responses; empty if there is none.</summary>
    protected byte[] Namespace { get; } = Encoding.UTF8.GetBytes(xmlNamespace ?? "");

    internal sealed override IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations) => new ActionFinder(version, operations);

    internal sealed override void Begin(FakeResponseWriter response, FakeOperation operation)
    {
        response.Xml.Name(operation.ResponseName, default, Namespace);
        response.Xml.BeginObject();
    }

    internal sealed override void End(FakeResponseWriter response, FakeOperation operation, string requestId)
    {
        WriteRequestId(response.Xml, requestId);
        response.Xml.EndObject();
        response.SetBodyContentType(contentType);
        base.End(response, operation, requestId);
    }

    internal sealed override void EndError(FakeErrorWriter writer, string requestId)
    {
        EndEnvelope(writer, requestId);
        writer.SetBodyContentType(contentType);
        writer.DefaultHeader(RequestIdHeader, requestId);
    }

    /// <summary>Writes the request id into the root element of a response.</summary>
    protected abstract void WriteRequestId(XmlBodyWriter xml, string requestId);

    /// <summary>Ends the elements around the members of an error, with the request id.</summary>
    protected abstract void EndEnvelope(FakeErrorWriter writer, string requestId);
}
