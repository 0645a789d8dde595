using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Protocols.Rpc;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.RpcV2Cbor;

/// <summary>Plans Smithy RPC v2 CBOR. The path identifies the operation.</summary>
internal sealed class RpcV2CborPlanner(ServiceMetadata metadata) : RpcPlanner(metadata)
{
    public override CodecPlan Reading => CodecPlan.Cbor;

    public override string Runtime => "new " + CSharpTypes.Wire + "RpcV2CborProtocol(" + QueryCompatibility + ")";

    public override string FakeRuntime => CSharpTypes.TestingWire + "FakeProtocols.RpcV2Cbor(" + Literals.String(Target)
        + (QueryCompatibility.Length > 0 ? ", " + QueryCompatibility : "") + ")";

    /// <summary>An operation without output has no body.</summary>
    public override FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        plan with { HasResponseBody = operation.Output is not null && (!plan.Response.StreamsBody || HasMembersInBody(plan.Response)) };

    public override EquatableArray<HeaderPlan> GetHeaders(OperationModel operation, StructurePlan response) =>
        response.StreamsBody ? [new HeaderPlan("accept", "application/vnd.amazon.eventstream")] : [];

    /// <summary>An operation without input has no body.</summary>
    public override bool HasBody(OperationModel operation, StructurePlan request) => operation.Input is not null;

    protected override UriTemplate GetUri(OperationModel operation) =>
        new([new UriPart("/service/" + Target + "/operation/" + operation.Name, IsLabel: false, IsGreedy: false)], []);
}
