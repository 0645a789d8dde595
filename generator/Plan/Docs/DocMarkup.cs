using System;

namespace DataZoneGen.Generator.Plan.Docs;

/// <summary>Reads the HTML of AWS documentation: text, tags and empty lines. Anything that is not a tag or a comment is text.</summary>
internal struct DocMarkup(string text)
{
    private int _position;

    // If no end is found, it is not searched for again. Otherwise, a text with many starts would take quadratic time.
    private bool _hasNoTagEnd;
    private bool _hasNoCommentEnd;

    public void ReadInto(DocBlocks blocks)
    {
        while (_position < text.Length)
        {
            if (text[_position] == '<' && TryReadMarkup(blocks))
            {
                continue;
            }

            if (text[_position] == '\n')
            {
                ReadLineBreak(blocks);
                continue;
            }

            var end = text.IndexOfAny(['<', '\n'], _position + 1);
            end = end < 0 ? text.Length : end;
            blocks.Text(DocText.Decode(text.Substring(_position, end - _position)));
            _position = end;
        }
    }

    /// <summary>Reads a comment or a tag, if one starts here.</summary>
    private bool TryReadMarkup(DocBlocks blocks)
    {
        if (string.CompareOrdinal(text, _position, "<!--", 0, 4) == 0)
        {
            return TrySkip("-->", ref _hasNoCommentEnd);
        }

        var isClosing = _position + 1 < text.Length && text[_position + 1] == '/';
        var start = _position + (isClosing ? 2 : 1);
        var end = start;
        while (end < text.Length && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
        {
            end++;
        }

        if (end == start || char.IsDigit(text[start]) || !TrySkip(">", ref _hasNoTagEnd))
        {
            return false;
        }

        blocks.Tag(text.Substring(start, end - start).ToLowerInvariant(), isClosing, text.Substring(end, _position - 1 - end));
        return true;
    }

    private bool TrySkip(string close, ref bool hasNone)
    {
        var at = hasNone ? -1 : text.IndexOf(close, _position, StringComparison.Ordinal);
        hasNone = at < 0;
        _position = at < 0 ? _position : at + close.Length;
        return at >= 0;
    }

    /// <summary>Skips white space after a line break. If it contains another line break, it ends the paragraph.</summary>
    private void ReadLineBreak(DocBlocks blocks)
    {
        var breaks = 0;
        for (; _position < text.Length && char.IsWhiteSpace(text[_position]); _position++)
        {
            breaks += text[_position] == '\n' ? 1 : 0;
        }

        blocks.Text(" ");
        if (breaks > 1)
        {
            blocks.Break();
        }
    }
}
