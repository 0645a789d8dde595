using System;
using System.IO;

namespace DataZoneGen.Wire;

/// <summary>
/// Reads a shared AWS configuration file line by line: sections, settings, and settings that are indented below another one. The file may hold
/// secrets, so nothing of a line is ever repeated.
/// </summary>
internal sealed class SharedFileReader(TextReader reader, string path)
{
    private int _line;
    private int _indentation;
    private string? _parent;
    private bool _isInSection;

    /// <summary>The name of a section that begins; <see langword="null"/> when this is a setting.</summary>
    public string? Section { get; private set; }

    /// <summary>The setting's name, whose case does not count; <c>parent.name</c> for an indented one.</summary>
    public string Key { get; private set; } = "";

    public string Value { get; private set; } = "";

    /// <summary>Goes on to the next section or setting.</summary>
    /// <exception cref="AwsConfigurationException">A line is neither.</exception>
    public bool Next()
    {
        while (reader.ReadLine() is { } line)
        {
            _line++;
            var text = line.AsSpan().Trim();
            if (text.IsEmpty || text[0] is '#' or ';')
            {
                continue;
            }

            if (text[0] == '[')
            {
                ReadSection(text);
                return true;
            }

            if (ReadSetting(text, line.Length - line.AsSpan().TrimStart().Length))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadSection(ReadOnlySpan<char> text)
    {
        text = WithoutComment(text);
        if (text[^1] != ']')
        {
            throw Malformed();
        }

        Section = text[1..^1].Trim().ToString();
        _isInSection = true;
        _parent = null;
        _indentation = int.MaxValue;
    }

    /// <summary>Reads a setting; more lines of a value, which plain settings never have, are passed over.</summary>
    private bool ReadSetting(ReadOnlySpan<char> text, int indentation)
    {
        var isBelow = indentation > _indentation;
        if (isBelow && _parent is null)
        {
            return false;
        }

        var separator = text.IndexOf('=');
        if (separator <= 0 || !_isInSection)
        {
            throw Malformed();
        }

        var key = text[..separator].Trim().ToString();
        Section = null;
        Value = WithoutComment(text[(separator + 1)..].Trim()).ToString();
        Key = isBelow ? _parent + "." + key : key;
        if (!isBelow)
        {
            _indentation = indentation;
            _parent = Value.Length == 0 ? key : null;
        }

        return true;
    }

    /// <summary>A comment behind a value begins with a blank.</summary>
    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '#' or ';' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                return text[..i].TrimEnd();
            }
        }

        return text;
    }

    private AwsConfigurationException Malformed() =>
        new($"Line {_line} of the configuration file {path} is neither a section nor a setting.");
}
