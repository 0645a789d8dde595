using System.Globalization;
using System.Text;

namespace DataZoneGen.Generator.Json;

/// <summary>Writes indented JSON with <c>\n</c> at the end of each line but the last. Values are passed as JSON.</summary>
internal sealed class JsonTextWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    /// <summary>Returns a JSON string. Everything except printable ASCII is escaped.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                >= ' ' and <= '~' => quoted.Append(c),
                _ => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Opens an object or array that is the root or an item.</summary>
    public void Open(string bracket)
    {
        Line(bracket);
        _depth++;
        _isFirst = true;
    }

    /// <summary>Opens an object or array that is a member.</summary>
    public void Open(string name, string bracket) => Open(Quote(name) + ": " + bracket);

    /// <summary>Closes an object or array. An empty one is written on one line.</summary>
    public void Close(string bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            _text.Append('\n').Append(' ', _depth * 2);
        }

        _text.Append(bracket);
        _isFirst = false;
    }

    public void Member(string name, string value) => Line(Quote(name) + ": " + value);

    public void Item(string value) => Line(value);

    public override string ToString() => _text.ToString();

    private void Line(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append(_isFirst ? "\n" : ",\n");
        }

        _text.Append(' ', _depth * 2).Append(text);
        _isFirst = false;
    }
}
