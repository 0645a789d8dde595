using System;
using System.Runtime.CompilerServices;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// Collects the text of a file. An empty line after an opening brace or after another empty line is dropped, so that templates can write an
/// empty line before each member.
/// </summary>
internal sealed class SourceOutput
{
    private char[] _text = new char[4096];
    private int _length;

    [MethodImpl(Jit.Optimize)]
    public void Write(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var newLine = text.IndexOf('\n', start);
            if (newLine < 0)
            {
                Append(text, start, text.Length - start);
                return;
            }

            Append(text, start, newLine - start);
            EndLine();
            start = newLine + 1;
        }
    }

    /// <summary>Writes each line of a text with indentation. Empty lines are not indented.</summary>
    [MethodImpl(Jit.Optimize)]
    public void WriteLines(string text, string indentation)
    {
        var end = text[text.Length - 1] == '\n' ? text.Length - 1 : text.Length;
        for (var start = 0; start <= end;)
        {
            var newLine = text.IndexOf('\n', start, end - start);
            var next = newLine < 0 ? end : newLine;
            if (next > start)
            {
                Append(indentation, 0, indentation.Length);
                Append(text, start, next - start);
            }

            EndLine();
            start = next + 1;
        }
    }

    /// <summary>Ends the last line if it has no end yet.</summary>
    public void CompleteLine()
    {
        if (_length > 0 && _text[_length - 1] != '\n')
        {
            EndLine();
        }
    }

    /// <summary>Returns the text since the last call and resets the output.</summary>
    public string Take()
    {
        var text = new string(_text, 0, _length);
        _length = 0;
        return text;
    }

    private void EndLine()
    {
        var isEmpty = _length > 0 && _text[_length - 1] == '\n';
        if (isEmpty && _length > 1 && _text[_length - 2] is '{' or '\n')
        {
            return;
        }

        Reserve(1);
        _text[_length++] = '\n';
    }

    private void Append(string text, int offset, int count)
    {
        Reserve(count);
        text.CopyTo(offset, _text, _length, count);
        _length += count;
    }

    private void Reserve(int count)
    {
        if (count > _text.Length - _length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + count));
        }
    }
}
