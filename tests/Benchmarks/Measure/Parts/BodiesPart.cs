using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Bodies;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Parts;

/// <summary>Measures long bodies of requests and responses.</summary>
internal sealed class BodiesPart : IPart
{
    public string Name => "bodies";

    public async Task<IReadOnlyList<Table>> MeasureAsync(MeasureContext context) => [await BodyMeasurement.MeasureAsync(context)];
}
