using System;
using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Core;

/// <summary>
/// Parses a shared AWS configuration file by the rules that AWS's SDKs and command line have in common. A line that follows no rule spoils nothing
/// but itself, and is recorded by its number.
/// </summary>
/// <remarks>Indentation counts relative to the property before, as it does for the command line: whole sections may be indented.</remarks>
internal sealed class SharedFileParser(TextReader reader, SharedFile file, SharedFileKind kind, bool includeKeys)
{
    private const string Default = "default";
    private const string KeyPrefix = "aws_";

    private int _line;
    private bool _isInSection;
    private bool _hasPrefixedDefault;

    // Null within sections of no interest.
    private SharedSection? _section;

    // The property that more deeply indented lines belong to; null when it is of no interest.
    private string? _key;
    private bool _isParent;
    private int _indentation = int.MaxValue;

    public void Parse()
    {
        while (reader.ReadLine() is { } line)
        {
            _line++;
            var text = line.AsSpan().Trim();
            if (text.IsEmpty || text[0] is '#' or ';')
            {
                continue;
            }

            var indentation = line.Length - line.AsSpan().TrimStart().Length;
            if (indentation > _indentation)
            {
                ReadContinuation(text);
            }
            else if (text[0] == '[')
            {
                ReadHeader(text);
            }
            else
            {
                _indentation = indentation;
                ReadProperty(text);
            }
        }
    }

    private void ReadHeader(ReadOnlySpan<char> text)
    {
        _isInSection = true;
        _section = null;
        _key = null;
        _indentation = int.MaxValue;
        var end = text.IndexOf(']');
        if (end < 0 || text[(end + 1)..].TrimStart() is not ([] or ['#' or ';', ..]))
        {
            file.SetMalformed(_line);
            return;
        }

        var header = text[1..end].Trim();
        _section = kind == SharedFileKind.Credentials ? FindProfile(Name(header, allowBlanks: true)) : FindInConfig(header);
    }

    private SharedSection? FindInConfig(ReadOnlySpan<char> header)
    {
        if (header.SequenceEqual(Default))
        {
            // [profile default] takes the place of [default], wherever it stands.
            return _hasPrefixedDefault ? null : FindProfile(Default);
        }

        var blank = header.IndexOfAny(' ', '\t');
        var name = blank < 0 ? null : Name(header[blank..].Trim(), allowBlanks: false);
        if (name is null)
        {
            return null;
        }

        switch (header[..blank])
        {
            case "profile":
                if (name == Default && !_hasPrefixedDefault)
                {
                    _hasPrefixedDefault = true;
                    file.Profiles.Remove(Default);
                }

                return FindProfile(name);
            case "sso-session":
                return Find(file.SsoSessions, name, "the sso-session");
            case "services":
                return Find(file.Services, name, "the services");
            default:
                return null;
        }
    }

    private SharedSection? FindProfile(string? name) => name is null ? null : Find(file.Profiles, name, "the profile");

    private SharedSection Find(Dictionary<string, SharedSection> sections, string name, string title) =>
        sections.TryGetValue(name, out var section) ? section : sections[name] = new SharedSection($"{title} '{name}'", file.Path);

    private void ReadProperty(ReadOnlySpan<char> text)
    {
        _key = null;
        if (_section is null)
        {
            if (!_isInSection)
            {
                file.SetMalformed(_line);
            }

            return;
        }

        var separator = text.IndexOf('=');
        var key = (separator < 0 ? FirstWord(text) : text[..separator].Trim()).ToString();
        if (separator <= 0)
        {
            _section.SetMalformed(key, _line);
        }
        else if (includeKeys || !key.StartsWith(KeyPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var value = WithoutComment(text[(separator + 1)..].Trim());
            _section.Set(key, value.ToString(), _line);
            _key = key;
            _isParent = value.IsEmpty;
        }
    }

    /// <summary>Reads a line below a property: one with a name of its own where the property is empty, more of its value elsewhere.</summary>
    private void ReadContinuation(ReadOnlySpan<char> text)
    {
        if (_section is null || _key is null)
        {
            return;
        }

        if (!_isParent)
        {
            _section.Continue(_key, text.ToString());
            return;
        }

        var separator = text.IndexOf('=');
        var key = _key + "." + (separator < 0 ? FirstWord(text) : text[..separator].Trim()).ToString();
        if (separator <= 0)
        {
            _section.SetMalformed(key, _line);
        }
        else
        {
            _section.Set(key, WithoutComment(text[(separator + 1)..].Trim()).ToString(), _line);
        }
    }

    /// <summary>The name of a section, without the quotes that names with blanks have; <see langword="null"/> when it is not valid.</summary>
    private static string? Name(ReadOnlySpan<char> text, bool allowBlanks)
    {
        if (text is ['\'' or '"', _, .., '\'' or '"'] && text[0] == text[^1])
        {
            return text[1..^1].ToString();
        }

        foreach (var c in text)
        {
            // The command line names profiles with blanks as they are in the credentials file.
            if (!char.IsAsciiLetterOrDigit(c) && !"-_/.%@:+".Contains(c, StringComparison.Ordinal) && !(c == ' ' && allowBlanks))
            {
                return null;
            }
        }

        return text.IsEmpty ? null : text.ToString();
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOfAny(' ', '\t', ':') is >= 0 and var end ? text[..end] : text;

    /// <summary>A comment after a value begins with a blank.</summary>
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
}
