using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Protocols.Form;
using DataZoneGen.Generator.Plan.Protocols.Xml;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.AwsQuery;

/// <summary>Plans the AWS query protocol. Responses have an element around the output.</summary>
internal sealed class AwsQueryPlanner(ServiceMetadata metadata) : FormPlanner(metadata)
{
    public override string Runtime => "new " + CSharpTypes.Wire + "AwsQueryProtocol()";

    public override string FakeRuntime => CSharpTypes.TestingWire + "FakeProtocols.AwsQuery" + FakeArguments;

    public override OperationPlan PlanBody(OperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        base.PlanBody(plan, operation, shapes) with { ResultWrapper = GetResultName(operation) };

    public override FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        base.PlanResponse(plan, operation, shapes) with { Root = new ElementPlan(GetResultName(operation)) };

    public override CollectionPlan PlanCollection(CollectionPlan plan, Shape shape, ShapeTable shapes)
    {
        plan = XmlNames.PlanCollection(plan, shape, shapes);
        return plan with { Item = plan.Item is null ? null : new ElementPlan(WireNames.QueryName(plan.Item.Name)) };
    }

    /// <summary>Items of a flattened shape have the name of the items in forms, too.</summary>
    protected override string GetSentName(Member member, Shape target) => XmlNames.GetReadName(member, target);

    private static string GetResultName(OperationModel operation) => operation.ResultWrapper ?? operation.Name + "Result";
}
