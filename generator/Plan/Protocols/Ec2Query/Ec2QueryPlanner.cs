using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Protocols.Form;
using DataZoneGen.Generator.Plan.Protocols.Xml;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.Ec2Query;

/// <summary>Plans the EC2 query protocol. Names in forms start with a capital letter, and lists in forms are flattened.</summary>
internal sealed class Ec2QueryPlanner(ServiceMetadata metadata) : FormPlanner(metadata)
{
    public override string Runtime => "new " + CSharpTypes.Wire + "Ec2QueryProtocol()";

    public override string FakeRuntime => CSharpTypes.TestingWire + "FakeProtocols.Ec2Query" + FakeArguments;

    /// <summary>The members are next to the id of the request, which the protocol writes.</summary>
    public override FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        base.PlanResponse(plan, operation, shapes) with { IsResponseBegun = true };

    public override CollectionPlan PlanCollection(CollectionPlan plan, Shape shape, ShapeTable shapes) =>
        XmlNames.PlanCollection(plan, shape, shapes) with { Item = null };

    protected override string GetSentName(Member member, Shape target) =>
        member.QueryName ?? char.ToUpperInvariant(member.WireName[0]) + member.WireName.Substring(1);
}
