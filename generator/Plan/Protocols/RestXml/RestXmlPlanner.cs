using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Protocols.Rest;
using DataZoneGen.Generator.Plan.Protocols.Xml;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.RestXml;

/// <summary>Plans restXml.</summary>
/// <param name="metadata">The service.</param>
/// <param name="wrapsErrors">Whether the root of error responses is an element around the error.</param>
internal sealed class RestXmlPlanner(ServiceMetadata metadata, bool wrapsErrors) : RestPlanner
{
    public override CodecPlan Reading => CodecPlan.Xml;

    public override TimestampFormat TimestampFormat => TimestampFormat.Iso8601;

    public override string Runtime => "new " + CSharpTypes.Wire + "RestXmlProtocol()";

    public override string FakeRuntime => CSharpTypes.TestingWire + "FakeProtocols.RestXml(wrapsErrors: " + (wrapsErrors ? "true" : "false") + ")";

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
        var sent = plan.Binding == PropertyBinding.Payload ? GetRootName(member, target) : member.WireName;
        return plan with
        {
            WireName = name,
            SentName = sent == name ? null : sent,
            IsFlattened = isFlattened,
            IsAttribute = member.IsXmlAttribute,
            Namespace = isFlattened ? XmlNames.ToPlan(member.XmlNamespace) : XmlNames.GetNamespace(member, shapes),
        };
    }

    /// <summary>A fake reads the names that clients send. The root of a payload has the same name in both directions.</summary>
    public override PropertyPlan PlanServiceMember(PropertyPlan plan, Member member, ShapeTable shapes)
    {
        if (plan.Binding != PropertyBinding.Body || plan.SentName is null && !plan.IsAttribute)
        {
            return plan;
        }

        var sent = plan.IsAttribute ? member.WireName : plan.WireName;
        var read = plan.IsAttribute ? plan.WireName : plan.SentName!;
        return plan with { WireName = read, SentName = sent == read ? null : sent };
    }

    public override FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes)
    {
        plan = base.PlanResponse(plan, operation, shapes);
        if (operation.Output is not { } output || !plan.HasResponseBody)
        {
            return plan;
        }

        var name = plan.IsOutputUnwrapped ? plan.Response.Properties.First(static p => p.Binding == PropertyBinding.Body).WireName : output;
        return plan with { Root = new ElementPlan(name, XmlNames.ToPlan(shapes[output].XmlNamespace ?? metadata.XmlNamespace)) };
    }

    /// <summary>
    /// Returns the name of the root element of a payload: that of the shape unless the member has another one. The name that C2J models give to unions is only
    /// that of the member.
    /// </summary>
    private static string GetRootName(Member member, Shape target) =>
        member.LocationName is { } name && !(target.IsUnion && name == member.Name) ? name : target.Name;

    public override CollectionPlan PlanCollection(CollectionPlan plan, Shape shape, ShapeTable shapes) => XmlNames.PlanCollection(plan, shape, shapes);
}
