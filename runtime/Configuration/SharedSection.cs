using System;
using System.Collections.Generic;

namespace DataZoneGen.Core;

/// <summary>The properties of one section of a shared configuration file; sections of the same name in one file are one.</summary>
/// <param name="title">The section's kind and name, for messages, such as <c>the profile 'work'</c>.</param>
/// <param name="path">The file.</param>
internal sealed class SharedSection(string title, string path)
{
    // A property whose line is malformed has no value.
    private readonly Dictionary<string, (string? Value, int Line)> _properties = new(StringComparer.OrdinalIgnoreCase);
    private int _malformedLine;

    /// <summary>The value of a property; <see langword="null"/> when the property is missing or empty.</summary>
    /// <param name="key">The property's name, whose case does not count; <c>parent.name</c> for one that is indented below another.</param>
    /// <exception cref="AwsConfigurationException">The property's line is malformed. The line is not repeated: it may hold a secret.</exception>
    public string? this[string key]
    {
        get
        {
            if (!_properties.TryGetValue(key, out var property))
            {
                return null;
            }

            return property.Value is { } value
                ? value.Length > 0 ? value : null
                : throw new AwsConfigurationException($"{key} in {title} cannot be used: line {property.Line} of the file {path} has no '='.");
        }
    }

    /// <summary>The first line in the section that is no property, for the message about one that is missing.</summary>
    public string? Problem => _malformedLine == 0 ? null : $"Line {_malformedLine} of the file {path} is not a property.";

    public void Set(string key, string value, int line) => _properties[key] = (value, line);

    /// <summary>Adds a line to the value of a property.</summary>
    public void Continue(string key, string text)
    {
        var (value, line) = _properties[key];
        _properties[key] = (value + "\n" + text, line);
    }

    /// <summary>Records a line that is not a property.</summary>
    /// <param name="key">What would be the property's name; empty for none.</param>
    /// <param name="line">The line's number.</param>
    public void SetMalformed(string key, int line)
    {
        _malformedLine = _malformedLine == 0 ? line : _malformedLine;
        if (key.Length > 0)
        {
            _properties[key] = (null, line);
        }
    }
}
