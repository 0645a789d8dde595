using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataZoneGen.Generator.Plan.Docs;

/// <summary>Builds paragraphs and lists from HTML tokens. Each block is well-formed XML, even if the tags are not balanced.</summary>
internal sealed class DocBlocks
{
    private static readonly HashSet<string> BreakTags = new(StringComparer.Ordinal)
    {
        "p", "br", "div", "note", "important", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6",
    };

    private readonly List<string> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _items = new();
    private int _characters;
    private bool _needsSpace;

    // The current link or code element. It is written with its first character, so that no element is empty. Elements are not nested.
    private string? _inlineTag;
    private string? _inlineStart;

    private int _listDepth;
    private string _listType = "";
    private string? _term;

    public List<string> ToList()
    {
        EndBlock();
        EndList();
        return _blocks;
    }

    /// <summary>Adds text. White space is collapsed to one space.</summary>
    [MethodImpl(Jit.Optimize)]
    public void Text(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            if (DocText.IsSpace(text[position]))
            {
                _needsSpace = _characters > 0;
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && !DocText.IsSpace(text[position]))
            {
                position++;
            }

            AddWord(text, start, position);
        }
    }

    /// <summary>Ends a paragraph. Inside a list item, it is only white space.</summary>
    public void Break()
    {
        if (_listDepth == 0)
        {
            EndBlock();
            return;
        }

        EndInline();
        _needsSpace = _characters > 0;
    }

    /// <summary>Adds a tag.</summary>
    /// <param name="name">The name of the tag in lower case.</param>
    /// <param name="isClosing">Whether it is a closing tag.</param>
    /// <param name="attributes">The text between the name and the end of the tag.</param>
    public void Tag(string name, bool isClosing, string attributes)
    {
        switch (name)
        {
            case "code" or "a" when isClosing:
                if (name == _inlineTag)
                {
                    EndInline();
                }

                break;
            case "code":
                BeginInline(name, "<c>");
                break;
            case "a":
                BeginInline(name, HtmlLink.ReadUrl(attributes) is { } href ? "<see href=\"" + href + "\">" : null);
                break;
            case "ul" or "ol" or "dl":
                EndBlock();
                if (isClosing)
                {
                    EndList();
                }
                else if (_listDepth++ == 0)
                {
                    _listType = name == "ol" ? "number" : "bullet";
                }

                break;
            case "dt" when isClosing && _listDepth > 0:
                AddTermAlone();
                _term = TakeText();
                break;
            case "li" or "dt" or "dd":
                EndBlock();
                break;
            default:
                if (BreakTags.Contains(name))
                {
                    Break();
                }

                break;
        }
    }

    private void AddWord(string text, int start, int end)
    {
        if (_needsSpace)
        {
            _text.Append(' ');
            _needsSpace = false;
        }

        _text.Append(_inlineStart);
        _inlineStart = null;
        DocText.Escape(_text, text, start, end);
        _characters += end - start;
    }

    private void BeginInline(string tag, string? start)
    {
        if (_inlineTag is null && start is not null)
        {
            _inlineTag = tag;
            _inlineStart = start;
        }
    }

    private void EndInline()
    {
        if (_inlineTag is not null && _inlineStart is null)
        {
            _text.Append(_inlineTag == "a" ? "</see>" : "</c>");
        }

        _inlineTag = null;
        _inlineStart = null;
    }

    private string? TakeText()
    {
        EndInline();
        var text = _characters > 0 ? _text.ToString() : null;
        _text.Clear();
        _characters = 0;
        _needsSpace = false;
        return text;
    }

    /// <summary>Ends a paragraph or a list item.</summary>
    private void EndBlock()
    {
        var isMeaningful = _characters > 1;
        var text = TakeText();
        if (_listDepth > 0)
        {
            AddItem(text);
        }
        else if (text is not null && isMeaningful)
        {
            // A single character is a remainder of removed markup.
            _blocks.Add(text);
        }
    }

    private void AddItem(string? description)
    {
        if (description is null)
        {
            return;
        }

        var term = _term is null ? "" : "<term>" + _term + "</term>";
        _items.Append("<item>").Append(term).Append("<description>").Append(description).Append("</description></item>");
        _term = null;
    }

    /// <summary>Adds an item for a term without a description.</summary>
    private void AddTermAlone()
    {
        var term = _term;
        _term = null;
        AddItem(term);
    }

    private void EndList()
    {
        if (_listDepth == 0 || --_listDepth > 0)
        {
            return;
        }

        AddTermAlone();
        if (_items.Length > 0)
        {
            _blocks.Add("<list type=\"" + _listType + "\">" + _items + "</list>");
            _items.Clear();
        }
    }
}
