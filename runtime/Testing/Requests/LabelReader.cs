using System;
using System.ComponentModel;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;

namespace DataZoneGen.Testing.Wire;

/// <summary>Reads the members of an input that are bound to labels of the path.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct LabelReader
{
    private readonly FakeRequest _request;
    private readonly PathTemplate _template;

    internal LabelReader(FakeRequest request, PathTemplate template)
    {
        _request = request;
        _template = template;
    }

    /// <summary>Gets the value of a label.</summary>
    /// <param name="name">The name of the label in the template of the path.</param>
    /// <returns>The value, percent-decoded.</returns>
    /// <exception cref="WireFormatException">The value does not have the type in the model.</exception>
    public string? String(string name) => _template.FindLabel(_request.Path, _request.EndpointLabel, name);

    /// <inheritdoc cref="String"/>
    public bool? Boolean(string name) => String(name) is { } text ? ValueText.Boolean(text) : null;

    /// <inheritdoc cref="String"/>
    public int? Int32(string name) => String(name) is { } text ? ValueText.Number<int>(text) : null;

    /// <inheritdoc cref="String"/>
    public long? Int64(string name) => String(name) is { } text ? ValueText.Number<long>(text) : null;

    /// <inheritdoc cref="String"/>
    public float? Single(string name) => String(name) is { } text ? ValueText.Number<float>(text) : null;

    /// <inheritdoc cref="String"/>
    public double? Double(string name) => String(name) is { } text ? ValueText.Number<double>(text) : null;

    /// <inheritdoc cref="String"/>
    public DateTimeOffset? Timestamp(string name) => String(name) is { } text ? ValueText.Timestamp(text) : null;
}
