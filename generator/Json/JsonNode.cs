using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Json;

/// <summary>A JSON value and its position in the text.</summary>
internal abstract class JsonNode(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>The kind of the value with its article, for messages.</summary>
    public abstract string Description { get; }
}

internal sealed class JsonObject(TextSpan span, List<JsonMember> members) : JsonNode(span)
{
    /// <summary>The members in document order. A name may occur more than once.</summary>
    public IReadOnlyList<JsonMember> Members => members;

    public override string Description => "an object";

    /// <summary>The value of the last member with the name, as in most JSON readers; null if there is none.</summary>
    public JsonNode? this[string name]
    {
        [MethodImpl(Jit.Optimize)]
        get
        {
            for (var i = members.Count - 1; i >= 0; i--)
            {
                if (members[i].Name == name)
                {
                    return members[i].Value;
                }
            }

            return null;
        }
    }
}

internal sealed class JsonMember(string name, TextSpan nameSpan, JsonNode value)
{
    public string Name { get; } = name;

    public TextSpan NameSpan { get; } = nameSpan;

    public JsonNode Value { get; } = value;
}

internal sealed class JsonArray(TextSpan span, IReadOnlyList<JsonNode> items) : JsonNode(span)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;

    public override string Description => "an array";
}

internal sealed class JsonString(TextSpan span, string value) : JsonNode(span)
{
    public string Value { get; } = value;

    public override string Description => "a string";
}

/// <summary>A number as text, because no .NET type can represent all limits in the models.</summary>
internal sealed class JsonNumber(TextSpan span, string text) : JsonNode(span)
{
    public string Text { get; } = text;

    public override string Description => "a number";
}

internal sealed class JsonBoolean(TextSpan span, bool value) : JsonNode(span)
{
    public bool Value { get; } = value;

    public override string Description => "a boolean";
}

internal sealed class JsonNull(TextSpan span) : JsonNode(span)
{
    public override string Description => "null";
}
