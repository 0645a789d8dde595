using System;
using System.Collections.Generic;

namespace DataZoneGen.Core;

/// <summary>The properties of a section of a shared configuration file. Sections with the same name in one file are merged.</summary>
/// <param name="title">The kind and name of the section for messages, such as <c>the profile 'work'</c>.</param>
/// <param name="path">The path of the file.</param>
internal sealed class SharedSection(string title, string path)
{
    // A property whose line is malformed has no value.
    private readonly Dictionary<string, (string? Value, int Line)> _properties = new(StringComparer.OrdinalIgnoreCase);
    private int _malformedLine;

    /// <summary>The value of a property; <see langword="null"/> if the property is missing or empty.</summary>
    /// <param name="key">The case-insensitive name of the property; <c>parent.name</c> for a nested property.</param>
    /// <exception cref="AwsConfigurationException">The line of the property is malformed. The message does not quote the line, which may contain a secret.</exception>
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

    /// <summary>Describes the first malformed line of the section, for the error message about a missing property.</summary>
    public string? Problem => _malformedLine == 0 ? null : $"Line {_malformedLine} of the file {path} is not a property.";

    public void Set(string key, string value, int line) => _properties[key] = (value, line);

    /// <summary>Appends a line to the value of a property.</summary>
    public void Continue(string key, string text)
    {
        var (value, line) = _properties[key];
        _properties[key] = (value + "\n" + text, line);
    }

    /// <summary>Records a malformed line.</summary>
    /// <param name="key">The first word of the line, taken as the name of the property; may be empty.</param>
    /// <param name="line">The number of the line.</param>
    public void SetMalformed(string key, int line)
    {
        _malformedLine = _malformedLine == 0 ? line : _malformedLine;
        if (key.Length > 0)
        {
            _properties[key] = (null, line);
        }
    }
}
