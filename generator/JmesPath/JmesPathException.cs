using System;

namespace DataZoneGen.Generator.JmesPath;

/// <summary>The expression is not JMESPath, or asks for something that its types do not give.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves the generator: the compiler of paths turns it into a diagnostic.
internal sealed class JmesPathException(string message, int? offset) : Exception(message)
#pragma warning restore CA1032, CA1064
{
    /// <summary>Where in the expression, in characters from 0; null when it is about the whole.</summary>
    public int? Offset { get; } = offset;
}
