using System.Collections.Generic;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The protocol restJson1.</summary>
internal sealed class FakeRestJson : FakeJsonProtocol
{
    internal override IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations) => new RestFinder(operations);

    private protected override void BeginError(FakeErrorWriter writer, in ErrorHead error)
    {
        writer.Header("x-amzn-errortype", error.Code);
        BeginObject(writer, error);
    }

    private protected override (string Code, int Status) GetError(FakeRefusal reason) => (SmithyErrors.GetCode(reason), reason switch
    {
        FakeRefusal.Malformed or FakeRefusal.Validation => 400,
        FakeRefusal.UnknownOperation => 404,
        FakeRefusal.Throttling => 429,
        _ => 403,
    });
}
