using System.Collections.Generic;
using System.Text;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The protocol Smithy RPC v2 CBOR.</summary>
/// <param name="service">The name of the service in the path.</param>
/// <param name="isQueryCompatible">Whether errors also have the codes of the AWS query protocol.</param>
internal sealed class FakeRpcV2Cbor(string service, bool isQueryCompatible) : FakeProtocol
{
    private const string ProtocolHeader = "smithy-protocol";
    private const string ProtocolName = "rpc-v2-cbor";

    internal override IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations) => new RpcPathFinder(service, operations);

    internal override void End(FakeResponseWriter response, FakeOperation operation, string requestId)
    {
        response.Header(ProtocolHeader, ProtocolName);
        base.End(response, operation, requestId);
    }

    internal override void EndError(FakeErrorWriter writer, string requestId)
    {
        writer.Cbor.EndObject();
        writer.Header(ProtocolHeader, ProtocolName).DefaultHeader(RequestIdHeader, requestId);
    }

    private protected override void BeginError(FakeErrorWriter writer, in ErrorHead error)
    {
        if (isQueryCompatible)
        {
            QueryError.Write(writer, error);
        }

        writer.Cbor.BeginObject();
        writer.Cbor.String("__type"u8, error.Code);
        if (error.Message is not null)
        {
            writer.Cbor.String(Encoding.UTF8.GetBytes(error.MessageName ?? "message"), error.Message);
        }
    }

    private protected override (string Code, int Status) GetError(FakeRefusal reason) => SmithyErrors.GetRpcError(reason);
}
