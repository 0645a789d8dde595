using System.Globalization;
using System.Text;

namespace DataZoneGen.Generator;

/// <summary>
/// The format of the facts in <c>ModelFactsAttribute</c>, which the generator writes and the analyzers read: lines that start with a keyword, with fields that
/// are separated by a blank.
/// <code>
/// client DataZone DataZoneClient IDataZoneClient DataZoneClientExtensions DataZoneException
/// text 0 1..36 ^dzd[-_][a-zA-Z0-9_-]{1,36}$     a limit of strings, its number, their length, and their pattern up to the end of the line
/// bytes 1 ..1024                                a limit of blobs, and their length
/// number 2 1..50                                a limit of numbers, and their range
/// value 3 Color                                 strings that are values of an enum
/// list 4 1..10 0                                a limit of lists, their size, and the limit of items; '-' if there is none
/// map 5 ..50 0 -                                a limit of maps, their size, and the limits of keys and values
/// type GetRunRequest Id=0 Tags=5                a type, and the limits of its properties or, of a union, its variants
/// enum Color RED GREEN                          an enum and its values, in the order of its C# names
/// errors 0 ConflictException                    a list of exceptions
/// operation GetRun 0                            an operation and its exceptions; 'GetRun=getRun' if the model has another name
/// paginator ListRuns Items NextToken=NextToken  the property with the items or '-', and the properties of the tokens
/// waiter GetRun WaitUntilRunDoneAsync Status    an operation, a method that waits, and the property that it looks at or '-'
/// </code>
/// </summary>
internal static class FactsFormat
{
    public const string Attribute = "ModelFactsAttribute";
    public const string AttributeNamespace = "DataZoneGen.Wire";

    public const string Client = "client";
    public const string Text = "text";
    public const string Bytes = "bytes";
    public const string Number = "number";
    public const string Value = "value";
    public const string List = "list";
    public const string Map = "map";
    public const string Type = "type";
    public const string Enum = "enum";
    public const string Errors = "errors";
    public const string Operation = "operation";
    public const string Paginator = "paginator";
    public const string Waiter = "waiter";

    public const string None = "-";
    public const string Range = "..";

    /// <summary>Escapes a field. A field that is empty or '-' is escaped too, because it would be no field or no value.</summary>
    public static string EscapeField(string value)
    {
        if (value.Length == 0)
        {
            return "\\e";
        }

        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c is ' ' or '\\' or '=' || MustEscape(c) || value == None ? AppendEscape(escaped, c) : escaped.Append(c);
        }

        return escaped.ToString();
    }

    public static string UnescapeField(string field)
    {
        if (field.IndexOf('\\') < 0)
        {
            return field;
        }

        if (field == "\\e")
        {
            return "";
        }

        var value = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] == '\\' && i + 5 < field.Length
                && int.TryParse(field.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                value.Append((char)code);
                i += 5;
            }
            else
            {
                value.Append(field[i]);
            }
        }

        return value.ToString();
    }

    /// <summary>Escapes characters of a regular expression in a way that does not change its meaning.</summary>
    public static string EscapePattern(string pattern)
    {
        var escaped = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length && !MustEscape(pattern[i + 1]))
            {
                escaped.Append(pattern[i]).Append(pattern[++i]);
                continue;
            }

            // A backslash before a character that gets its own escape is not needed.
            i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
            _ = MustEscape(pattern[i]) ? AppendEscape(escaped, pattern[i]) : escaped.Append(pattern[i]);
        }

        return escaped.ToString();
    }

    /// <summary>Quotes could end the literal of the text, and editors change some of the others.</summary>
    private static bool MustEscape(char c) => c is < ' ' or '"' or > '~';

    private static StringBuilder AppendEscape(StringBuilder text, char c) =>
        text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
}
