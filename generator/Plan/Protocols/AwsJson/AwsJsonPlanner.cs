using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Protocols.Rpc;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.AwsJson;

/// <summary>Plans AWS JSON 1.0 and 1.1. A header identifies the operation.</summary>
internal sealed class AwsJsonPlanner(ServiceMetadata metadata, string version) : RpcPlanner(metadata)
{
    public override CodecPlan Reading => CodecPlan.Json;

    public override string Runtime => "new " + CSharpTypes.Wire + "AwsJsonProtocol(" + Literals.String(version)
        + (QueryCompatibility.Length > 0 ? ", " + QueryCompatibility : "") + ")";

    public override string FakeRuntime => CSharpTypes.TestingWire + "FakeProtocols.AwsJson(" + Literals.String(version) + ", " + Literals.String(Target)
        + (QueryCompatibility.Length > 0 ? ", " + QueryCompatibility : "") + ")";

    /// <summary>An output without members is sent as an empty object.</summary>
    public override FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        plan with { HasResponseBody = !plan.Response.StreamsBody || HasMembersInBody(plan.Response) };

    public override EquatableArray<HeaderPlan> GetHeaders(OperationModel operation, StructurePlan response) =>
        [new HeaderPlan("x-amz-target", Target + "." + operation.Name)];

    /// <summary>An input without members is sent as an empty object.</summary>
    public override bool HasBody(OperationModel operation, StructurePlan request) => true;

    protected override UriTemplate GetUri(OperationModel operation) => UriTemplate.Root;
}
