using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Protocols.Rpc;
using DataZoneGen.Generator.Plan.Protocols.Xml;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.Form;

/// <summary>Plans the protocols that send forms and receive XML. The form has the action and the version of the API.</summary>
internal abstract class FormPlanner(ServiceMetadata metadata) : RpcPlanner(metadata)
{
    private readonly string _version = metadata.ApiVersion ?? "";

    /// <summary>The arguments of the runtime's protocol of fakes: the version of the API and the namespace of responses.</summary>
    protected string FakeArguments { get; } =
        "(" + Literals.String(metadata.ApiVersion ?? "") + ", " + (metadata.XmlNamespace is { } ns ? Literals.String(ns.Uri) : "null") + ")";

    public sealed override CodecPlan Reading => CodecPlan.Xml;

    public sealed override CodecPlan Writing => CodecPlan.Form;

    public sealed override TimestampFormat TimestampFormat => TimestampFormat.Iso8601;

    public sealed override Closure Bind(Closure closure) => XmlNames.WithoutNulls(base.Bind(closure));

    public override OperationPlan PlanBody(OperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        plan with { Action = new ActionPlan(WireNames.QueryName(operation.Name), WireNames.QueryName(_version)) };

    public sealed override PropertyPlan PlanMember(PropertyPlan plan, Member member, ShapeTable shapes)
    {
        var target = shapes[member.Shape];
        var name = XmlNames.GetReadName(member, target);
        var sent = WireNames.QueryName(GetSentName(member, target));
        return plan with
        {
            WireName = member.IsXmlAttribute ? XmlNames.GetLocalName(name) : name,
            SentName = sent == name ? null : sent,
            IsFlattened = XmlNames.IsFlattened(member, target),
            IsAttribute = member.IsXmlAttribute,
        };
    }

    /// <summary>A fake reads the names of forms and writes those of XML.</summary>
    public sealed override PropertyPlan PlanServiceMember(PropertyPlan plan, Member member, ShapeTable shapes)
    {
        var target = shapes[member.Shape];
        var sent = member.IsXmlAttribute ? member.WireName : XmlNames.GetReadName(member, target);
        var read = GetSentName(member, target);
        return plan with
        {
            WireName = read,
            SentName = sent == read ? null : sent,
            Namespace = plan.IsFlattened ? XmlNames.ToPlan(member.XmlNamespace) : XmlNames.GetNamespace(member, shapes),
        };
    }

    public sealed override CollectionPlan PlanServiceCollection(CollectionPlan plan, Shape shape, ShapeTable shapes) => XmlNames.PlanCollection(plan, shape, shapes);

    public override FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes) =>
        plan with { HasResponseBody = plan.Response.Properties.Count > 0 };

    /// <summary>A form always has the action, even if the operation has no input.</summary>
    public sealed override bool HasBody(OperationModel operation, StructurePlan request) => true;

    /// <summary>The services send the codes that the model gives to errors, and the names of errors without a code.</summary>
    public sealed override IEnumerable<string> GetErrorCodes(Shape error) => new[] { error.Error?.Code, error.Name }.OfType<string>().Distinct();

    protected sealed override UriTemplate GetUri(OperationModel operation) => UriTemplate.Root;

    protected sealed override string? GetWireName(Member member) => member.LocationName;

    /// <summary>Returns the name of a member in a form.</summary>
    protected abstract string GetSentName(Member member, Shape target);
}
