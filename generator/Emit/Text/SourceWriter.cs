using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Emit.Text;

/// <summary>Writes the statements of a method, with indentation. Lines always end in <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isSeparated = true;

    /// <summary>Writes one or more indented lines. An empty text writes an empty line.</summary>
    public SourceWriter Line(string text = "")
    {
        for (var start = 0; start <= text.Length;)
        {
            var newLine = text.IndexOf('\n', start);
            var end = newLine < 0 ? text.Length : newLine;
            if (end > start)
            {
                _text.Append(' ', _depth * 4).Append(text, start, end - start);
            }

            _text.Append('\n');
            start = end + 1;
        }

        _isSeparated = text.Length == 0;
        return this;
    }

    public SourceWriter LineIf(bool condition, string text) => condition ? Line(text) : this;

    /// <summary>Writes an empty line, unless the previous line is empty or this is the start of a block.</summary>
    public SourceWriter Separate() => _isSeparated ? this : Line();

    /// <summary>Opens a block in braces, which is closed when the result is disposed.</summary>
    public BlockScope Block(string header, string close = "}")
    {
        Line(header);
        Line("{");
        _depth++;
        _isSeparated = true;
        return new BlockScope(this, close);
    }

    /// <summary>Writes <c>return new() { … };</c> from the names and expressions of properties.</summary>
    public void Return(string constructor, IEnumerable<(string Name, string Value)> values)
    {
        var assignments = values.ToList();
        if (assignments.Count == 0)
        {
            Line("return " + constructor + ";");
            return;
        }

        using (Block("return " + constructor, close: "};"))
        {
            foreach (var (name, value) in assignments)
            {
                Line(name + " = " + value + ",");
            }
        }
    }

    public override string ToString() => _text.ToString();

    public readonly struct BlockScope(SourceWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(close);
        }
    }
}
