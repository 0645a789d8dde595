using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Scriban.Runtime;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// Collects the text of a file. An empty line after an opening brace or after another empty line is dropped, so that templates can write an
/// empty line before each member.
/// </summary>
internal sealed class SourceOutput : IScriptOutput
{
    private readonly StringBuilder _text = new();
    private char _beforeLast;
    private char _last;

    public void Write(string text, int offset, int count)
    {
        var end = offset + count;
        while (offset < end)
        {
            if (_last == '\n' && text[offset] == '\n' && _beforeLast is '{' or '\n')
            {
                offset++;
                continue;
            }

            var newLine = text.IndexOf('\n', offset, end - offset);
            var next = newLine < 0 ? end : newLine + 1;
            _text.Append(text, offset, next - offset);
            _beforeLast = next - offset > 1 ? text[next - 2] : _last;
            _last = text[next - 1];
            offset = next;
        }
    }

    /// <summary>Returns the text since the last call and resets the output.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        _beforeLast = _last = '\0';
        return text;
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken) => throw new NotSupportedException();
}
