using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Protocols.Rest;
using DataZoneGen.Generator.Plan.Protocols.Xml;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.RestXml;

/// <summary>Plans restXml.</summary>
internal sealed class RestXmlPlanner(ServiceMetadata metadata) : RestPlanner
{
    public override CodecPlan Reading => CodecPlan.Xml;

    public override TimestampFormat TimestampFormat => TimestampFormat.Iso8601;

    public override string Runtime => "new " + CSharpTypes.Wire + "RestXmlProtocol()";

    public override Closure Bind(Closure closure) => XmlNames.WithoutNulls(closure);

    public override OperationPlan PlanBody(OperationPlan plan, OperationModel operation, ShapeTable shapes) => operation.Input is { } input
        ? plan with
        {
            Root = new ElementPlan(
                operation.InputName ?? input, XmlNames.ToPlan(operation.InputNamespace ?? shapes[input].XmlNamespace ?? metadata.XmlNamespace)),
        }
        : plan;

    public override PropertyPlan PlanMember(PropertyPlan plan, Member member, ShapeTable shapes)
    {
        if (plan.Binding is not (PropertyBinding.Body or PropertyBinding.Payload))
        {
            return plan;
        }

        var target = shapes[member.Shape];
        var isFlattened = XmlNames.IsFlattened(member, target);
        var name = member.IsXmlAttribute ? XmlNames.GetLocalName(member.WireName) : XmlNames.GetReadName(member, target);
        return plan with
        {
            WireName = name,
            SentName = member.WireName == name ? null : member.WireName,
            IsFlattened = isFlattened,
            IsAttribute = member.IsXmlAttribute,
            Namespace = isFlattened ? XmlNames.ToPlan(member.XmlNamespace) : XmlNames.GetNamespace(member, shapes),
        };
    }

    public override CollectionUnit PlanCollection(CollectionUnit plan, Shape shape, ShapeTable shapes) => XmlNames.PlanCollection(plan, shape, shapes);
}
