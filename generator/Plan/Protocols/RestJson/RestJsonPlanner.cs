using DataZoneGen.Generator.Plan.Protocols.Rest;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Protocols.RestJson;

/// <summary>Plans restJson1.</summary>
internal sealed class RestJsonPlanner : RestPlanner
{
    public override CodecPlan Reading => CodecPlan.Json;

    public override string? Runtime => null;

    public override string FakeRuntime => CSharpTypes.TestingWire + "FakeProtocols.RestJson";
}
