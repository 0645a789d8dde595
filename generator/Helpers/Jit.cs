using System.Runtime.CompilerServices;

namespace DataZoneGen.Generator;

/// <summary>
/// Options for methods with loops over all characters of models or of generated code. The compiler usually runs the generator once in a process, and
/// the runtime would not optimize such loops for most of that time.
/// </summary>
internal static class Jit
{
    /// <summary><c>AggressiveOptimization</c>, which netstandard2.0 does not have. Runtimes that do not know it ignore it.</summary>
    public const MethodImplOptions Optimize = (MethodImplOptions)512;
}
