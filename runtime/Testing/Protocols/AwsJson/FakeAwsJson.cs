using System.Collections.Generic;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The protocols AWS JSON 1.0 and 1.1.</summary>
/// <param name="version">The version, such as <c>1.0</c>.</param>
/// <param name="targetPrefix">The part of the target before the operation.</param>
/// <param name="isQueryCompatible">Whether errors also have the codes of the AWS query protocol.</param>
internal sealed class FakeAwsJson(string version, string targetPrefix, bool isQueryCompatible) : FakeJsonProtocol
{
    private readonly string _contentType = "application/x-amz-json-" + version;

    internal override IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations) => new TargetFinder(targetPrefix, operations);

    internal override void End(FakeResponseWriter response, FakeOperation operation, string requestId)
    {
        response.SetBodyContentType(_contentType);
        base.End(response, operation, requestId);
    }

    internal override void EndError(FakeErrorWriter writer, string requestId)
    {
        base.EndError(writer, requestId);
        writer.SetBodyContentType(_contentType);
    }

    private protected override void BeginError(FakeErrorWriter writer, in ErrorHead error)
    {
        if (isQueryCompatible)
        {
            QueryError.Write(writer, error);
        }

        BeginObject(writer, error);
        writer.Json.String("__type"u8, error.Code);
    }

    private protected override (string Code, int Status) GetError(FakeRefusal reason) => SmithyErrors.GetRpcError(reason);
}
