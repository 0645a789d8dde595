using System;

namespace DataZoneGen.Generator.JmesPath;

/// <summary>The exception that is thrown if an expression is not JMESPath, or does not match the types of the model.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves the generator: the path compiler converts it to a diagnostic.
internal sealed class JmesPathException(string message, int? offset) : Exception(message)
#pragma warning restore CA1032, CA1064
{
    /// <summary>The zero-based offset in the expression; null if the error concerns the whole expression.</summary>
    public int? Offset { get; } = offset;
}
