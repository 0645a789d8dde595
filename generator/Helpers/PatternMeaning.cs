using System;
using System.Linq;

namespace DataZoneGen.Generator;

/// <summary>
/// Finds out whether a regular expression of a model, written for Java or ECMAScript, means the same to .NET. What it does not know counts as different.
/// </summary>
internal sealed class PatternMeaning
{
    /// <summary>The categories of Unicode that all of them have. Scripts, blocks and POSIX names have other names, or none, in .NET.</summary>
    private static readonly string[] Categories =
    [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No",
        "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp",
    ];

    private static readonly string[] Groups = ["(?:", "(?=", "(?!", "(?<=", "(?<!"];

    private readonly string _text;
    private int _depth;

    private PatternMeaning(string text)
    {
        _text = text;
        IsSame = !text.Any(static c => c is < ' ' or > '~') && ReadAll();
    }

    /// <summary>Whether the pattern means the same to .NET, at least for some strings.</summary>
    public bool IsSame { get; }

    /// <summary>Whether alternatives are outside of all groups.</summary>
    public bool HasAlternatives { get; private set; }

    /// <summary>Whether the pattern has classes, such as <c>\w</c>, that have other characters outside of ASCII.</summary>
    private bool UsesClasses { get; set; }

    /// <summary>Whether the pattern has <c>.</c> or <c>$</c>, for which engines know other ends of lines.</summary>
    private bool UsesLines { get; set; }

    public static PatternMeaning Of(string text) => new(text);

    /// <summary>Returns whether the pattern means the same for a string. Engines count characters that need two UTF-16 code units differently.</summary>
    public bool IsSameFor(string value)
    {
        foreach (var c in value)
        {
            if (char.IsSurrogate(c) || (UsesClasses && c > '~') || (UsesLines && c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029'))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadAll()
    {
        for (var i = 0; i < _text.Length;)
        {
            var length = _text[i] switch
            {
                '\\' => ReadEscape(i, inClass: false),
                '[' => ReadClass(i),
                '(' => ReadGroup(i),
                '{' => ReadCount(i),
                _ => ReadOther(_text[i]),
            };
            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    private int ReadOther(char c)
    {
        _depth -= c == ')' ? 1 : 0;
        HasAlternatives |= c == '|' && _depth == 0;
        UsesLines |= c is '.' or '$';
        return c == '}' ? 0 : 1;
    }

    /// <summary>Returns the length of the start of a group; 0 for atomic and named groups, and for options.</summary>
    private int ReadGroup(int start)
    {
        _depth++;
        return !IsAt(start, "(?") ? 1 : Groups.FirstOrDefault(group => IsAt(start, group))?.Length ?? 0;
    }

    /// <summary>Returns the length of <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>; 0 for others, which some engines read as text.</summary>
    private int ReadCount(int start)
    {
        var end = _text.IndexOf('}', start);
        var numbers = end < 0 ? [] : _text.Substring(start + 1, end - start - 1).Split(',');
        return numbers.Length is 1 or 2 && numbers[0].Length > 0 && numbers.All(static number => number.All(static c => c is >= '0' and <= '9')) ? end - start + 1 : 0;
    }

    /// <summary>
    /// Returns the length of a character class; 0 for an empty one, for <c>[</c> in it, which starts a class in Java and a subtraction in .NET, and for <c>&amp;&amp;</c>,
    /// which is an intersection in Java.
    /// </summary>
    private int ReadClass(int start)
    {
        var i = start + (IsAt(start, "[^") ? 2 : 1);
        if (IsAt(i, "]"))
        {
            return 0;
        }

        while (i < _text.Length && _text[i] != ']')
        {
            var length = _text[i] == '\\' ? ReadEscape(i, inClass: true) : _text[i] == '[' || IsAt(i, "&&") ? 0 : 1;
            if (length == 0)
            {
                return 0;
            }

            i += length;
        }

        return i < _text.Length ? i - start + 1 : 0;
    }

    private int ReadEscape(int start, bool inClass)
    {
        var escaped = start + 1 < _text.Length ? _text[start + 1] : '\0';
        switch (escaped)
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
            case 'b' or 'B' when !inClass:
                UsesClasses = true;
                return 2;
            case 't' or 'n' or 'r' or 'f':
                return 2;
            case 'x':
                return IsHex(start + 2, 2) ? 4 : 0;
            case 'u':
                return IsHex(start + 2, 4) ? 6 : 0;
            case 'p' or 'P':
                UsesClasses = true;
                return Categories.FirstOrDefault(category => IsAt(start + 2, "{" + category + "}")) is { } found ? found.Length + 4 : 0;
            default:
                return escaped is > ' ' and <= '~' and not '_' && !char.IsLetterOrDigit(escaped) ? 2 : 0;
        }
    }

    private bool IsHex(int start, int length) => start + length <= _text.Length && _text.Substring(start, length).All(Uri.IsHexDigit);

    private bool IsAt(int start, string text) => string.CompareOrdinal(_text, start, text, 0, text.Length) == 0;
}
