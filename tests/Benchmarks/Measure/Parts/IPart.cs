using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Parts;

/// <summary>A part of the measurements that can run alone.</summary>
internal interface IPart
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Measures everything of this part.</summary>
    Task<IReadOnlyList<Table>> MeasureAsync(MeasureContext context);
}
