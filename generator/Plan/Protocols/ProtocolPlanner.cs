using System.Collections.Generic;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Protocols;

/// <summary>Plans what depends on the protocol of the service. Each protocol has its own class, and no other code of the generator knows the protocol.</summary>
internal abstract class ProtocolPlanner
{
    /// <summary>The format of the bodies of responses.</summary>
    public abstract CodecPlan Reading { get; }

    /// <summary>The format of the bodies of requests.</summary>
    public virtual CodecPlan Writing => Reading;

    /// <summary>The format of timestamps in bodies that have no format in the model.</summary>
    public virtual TimestampFormat TimestampFormat => TimestampFormat.EpochSeconds;

    /// <summary>An expression for the protocol in the runtime; null for the default of the runtime.</summary>
    public abstract string? Runtime { get; }

    /// <summary>An expression for the protocol in DataZoneGen.Testing, which has the service's side of it.</summary>
    public abstract string FakeRuntime { get; }

    /// <summary>Binds operations and members to HTTP, if the protocol has other bindings than the model.</summary>
    public virtual Closure Bind(Closure closure) => closure;

    /// <summary>Plans what else the body of an operation has: its root, its action or the element with the output.</summary>
    public virtual OperationPlan PlanBody(OperationPlan plan, OperationModel operation, ShapeTable shapes) => plan;

    /// <summary>Plans the name of a member in bodies and what belongs to the name.</summary>
    public virtual PropertyPlan PlanMember(PropertyPlan plan, Member member, ShapeTable shapes) => plan;

    /// <summary>Plans the names of the items of a list or the entries of a map.</summary>
    public virtual CollectionPlan PlanCollection(CollectionPlan plan, Shape shape, ShapeTable shapes) => plan;

    /// <summary>Plans the names of a member for the service's side, which reads what clients send and writes what they read.</summary>
    public virtual PropertyPlan PlanServiceMember(PropertyPlan plan, Member member, ShapeTable shapes) => plan;

    /// <summary>Plans the names of the items of a list or the entries of a map for the service's side.</summary>
    public virtual CollectionPlan PlanServiceCollection(CollectionPlan plan, Shape shape, ShapeTable shapes) => plan;

    /// <summary>Plans the body of the response for the service's side: whether there is one, and its root.</summary>
    public abstract FakeOperationPlan PlanResponse(FakeOperationPlan plan, OperationModel operation, ShapeTable shapes);

    /// <summary>Returns the constant headers of an operation.</summary>
    public virtual EquatableArray<HeaderPlan> GetHeaders(OperationModel operation, StructurePlan response) => [];

    /// <summary>Returns whether the request has a body with the members of the input.</summary>
    public abstract bool HasBody(OperationModel operation, StructurePlan request);

    /// <summary>Returns the codes that services send for an error. If errors share a code, it stands for the one that has it first.</summary>
    public abstract IEnumerable<string> GetErrorCodes(Shape error);
}
