using System;
using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Core;

/// <summary>
/// Parses a shared AWS configuration file by the rules that the AWS SDKs and the AWS CLI share. A malformed line does not affect other lines; its
/// number is recorded.
/// </summary>
/// <remarks>Indentation is relative to the previous property, as in the AWS CLI, so that whole sections may be indented.</remarks>
internal sealed class SharedFileParser(TextReader reader, SharedFile file, SharedFileKind kind, bool includeKeys)
{
    private const string Default = "default";
    private const string KeyPrefix = "aws_";

    private int _line;
    private bool _isInSection;
    private bool _hasPrefixedDefault;

    // Null in a section that is ignored.
    private SharedSection? _section;

    // The property that more deeply indented lines belong to; null if it is ignored.
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
        _section = kind == SharedFileKind.Credentials ? FindProfile(Name(header, allowSpaces: true)) : FindInConfig(header);
    }

    private SharedSection? FindInConfig(ReadOnlySpan<char> header)
    {
        if (header.SequenceEqual(Default))
        {
            // [profile default] replaces [default], in any order.
            return _hasPrefixedDefault ? null : FindProfile(Default);
        }

        var space = header.IndexOfAny(' ', '\t');
        var name = space < 0 ? null : Name(header[space..].Trim(), allowSpaces: false);
        if (name is null)
        {
            return null;
        }

        switch (header[..space])
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
            var value = TrimComment(text[(separator + 1)..].Trim());
            _section.Set(key, value.ToString(), _line);
            _key = key;
            _isParent = value.IsEmpty;
        }
    }

    /// <summary>Reads an indented line: a nested property if the property above is empty, otherwise the continuation of its value.</summary>
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
            _section.Set(key, TrimComment(text[(separator + 1)..].Trim()).ToString(), _line);
        }
    }

    /// <summary>Returns the name of a section without its quotes; <see langword="null"/> if it is not valid.</summary>
    private static string? Name(ReadOnlySpan<char> text, bool allowSpaces)
    {
        if (text is ['\'' or '"', _, .., '\'' or '"'] && text[0] == text[^1])
        {
            return text[1..^1].ToString();
        }

        foreach (var c in text)
        {
            // The command line names profiles with blanks as they are in the credentials file.
            if (!char.IsAsciiLetterOrDigit(c) && !"-_/.%@:+".Contains(c, StringComparison.Ordinal) && !(c == ' ' && allowSpaces))
            {
                return null;
            }
        }

        return text.IsEmpty ? null : text.ToString();
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOfAny(' ', '\t', ':') is >= 0 and var end ? text[..end] : text;

    /// <summary>Removes a comment after a value. The comment must follow white space.</summary>
    private static ReadOnlySpan<char> TrimComment(ReadOnlySpan<char> text)
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
