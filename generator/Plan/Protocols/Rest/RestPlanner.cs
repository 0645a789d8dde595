using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.Rest;

/// <summary>Plans the protocols that use the HTTP bindings of the model.</summary>
internal abstract class RestPlanner : ProtocolPlanner
{
    public override bool HasBody(OperationModel operation, StructurePlan request) => request.Properties.Any(static p => p.Binding == PropertyBinding.Body);

    public override FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        plan with { HasResponseBody = plan.Response.Properties.Any(static p => p.Binding == PropertyBinding.Body) };

    public override IEnumerable<string> GetErrorCodes(Shape error) => [error.Error?.Code ?? error.Name];
}
