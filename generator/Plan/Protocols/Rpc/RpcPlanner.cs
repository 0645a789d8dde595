using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols.Rpc;

/// <summary>Plans the protocols whose requests are POSTs with all members in the body. They ignore the HTTP bindings of the model.</summary>
internal abstract class RpcPlanner(ServiceMetadata metadata) : ProtocolPlanner
{
    /// <summary>The name of the service in the addresses of operations.</summary>
    protected string Target { get; } = metadata.TargetPrefix ?? metadata.ServiceId;

    /// <summary>The argument for the runtime's protocol if the service sends the error codes of the AWS query protocol; empty for most services.</summary>
    protected string QueryCompatibility { get; } = metadata.IsQueryCompatible ? "isQueryCompatible: true" : "";

    public override Closure Bind(Closure closure)
    {
        var streams = new HashSet<string>(closure.Shapes.Where(static shape => shape.IsEventStream).Select(static shape => shape.Name));
        return closure with
        {
            Operations = closure.Operations.Select(operation => operation with { Method = "POST", Uri = GetUri(operation), SuccessStatusCode = null }).ToEquatableArray(),
            Shapes = closure.Shapes.Select(shape => shape with
            {
                Members = shape.Members.Select(member => member with { Location = MemberLocation.Body, LocationName = GetWireName(member) }).ToEquatableArray(),
                Payload = shape.Members.FirstOrDefault(member => streams.Contains(member.Shape))?.Name,
            }).ToEquatableArray(),
        };
    }

    // A service that used the AWS query protocol before also sends the codes of that protocol.
    public override IEnumerable<string> GetErrorCodes(Shape error) =>
        new[] { error.Name, error.Error?.Code }.OfType<string>().Distinct();

    protected static bool HasMembersInBody(StructurePlan message) => message.Properties.Any(static p => p.Binding == PropertyBinding.Body);

    protected abstract UriTemplate GetUri(OperationModel operation);

    /// <summary>Returns the name of a member in bodies; null for the name of the member.</summary>
    protected virtual string? GetWireName(Member member) => null;
}
