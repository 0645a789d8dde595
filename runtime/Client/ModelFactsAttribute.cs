using System;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>
/// What the model of a service says about the types of a generated client: limits of values, known values of enums, errors of operations. Only the analyzers of
/// DataZoneGen read it, also where a client is in a referenced assembly. Trimming removes it.
/// </summary>
/// <param name="clientNamespace">The namespace of the client.</param>
/// <param name="text">The facts, one on each line.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ModelFactsAttribute(string clientNamespace, string text) : Attribute
{
    /// <summary>The namespace of the client.</summary>
    public string ClientNamespace { get; } = clientNamespace;

    /// <summary>The facts, one on each line.</summary>
    public string Text { get; } = text;
}
