using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>Parses JMESPath into functions of the current value.</summary>
internal sealed partial class OracleParser
{
    private static readonly Dictionary<string, int> Strengths = new(StringComparer.Ordinal)
    {
        ["|"] = 1,
        ["||"] = 2,
        ["&&"] = 3,
        ["=="] = 5,
        ["!="] = 5,
        ["<"] = 5,
        ["<="] = 5,
        [">"] = 5,
        [">="] = 5,
        ["[]"] = 9,
        ["*"] = 20,
        ["[?"] = 21,
        ["."] = 40,
        ["["] = 55,
    };

    private readonly List<string> _tokens;
    private int _next;

    private OracleParser(string text) => _tokens = [.. Words().Matches(text).Select(static m => m.Value), ""];

    public static Func<object?, object?> Parse(string text)
    {
        var parser = new OracleParser(text);
        var function = parser.Expression(0);
        return parser._tokens[parser._next].Length == 0 ? function : throw new FormatException(text);
    }

    [GeneratedRegex("""'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\])*"|[A-Za-z_][A-Za-z_0-9]*|-?[0-9]+|\[\]|\[\?|\|\||&&|[=!<>]=|\S""")]
    private static partial Regex Words();

    private string Peek => _tokens[_next];

    private string Take() => _tokens[_next++];

    private bool TryTake(string token)
    {
        var isNext = Peek == token;
        _next += isNext ? 1 : 0;
        return isNext;
    }

    private Func<object?, object?> Expression(int strength)
    {
        var left = Prefix(Take());
        while (Strengths.GetValueOrDefault(Peek) > strength)
        {
            left = Infix(left, Take());
        }

        return left;
    }

    private Func<object?, object?> Prefix(string token)
    {
        switch (token)
        {
            case "@":
                return static v => v;
            case "!":
                var operand = Expression(45);
                return v => !Oracle.IsTrue(operand(v));
            case "(":
                var inner = Expression(0);
                Take();
                return inner;
            case "[" when Peek == "*" && _tokens[_next + 1] == "]":
            case "[" when Peek == ":" || int.TryParse(Peek, CultureInfo.InvariantCulture, out _):
            case "[]" or "[?":
                return Infix(static v => v, token);
            case "[":
                return List();
            case "*":
                return Values(static v => v);
        }

        switch (token[0])
        {
            case '\'':
                var raw = token[1..^1].Replace("\\'", "'", StringComparison.Ordinal);
                return _ => raw;
            case '`':
                var literal = Oracle.Convert(JsonSerializer.Deserialize<JsonElement>(token[1..^1].Replace("\\`", "`", StringComparison.Ordinal)));
                return _ => literal;
            case '"':
                var quoted = JsonSerializer.Deserialize<string>(token)!;
                return v => Oracle.Field(v, quoted);
            default:
                return Peek == "(" ? Call(token) : v => Oracle.Field(v, token);
        }
    }

    private Func<object?, object?> Infix(Func<object?, object?> left, string token)
    {
        switch (token)
        {
            case "." when TryTake("*"):
                return Values(left);
            case ".":
                var member = AfterDot(40);
                return v => member(left(v));
            case "|":
                var next = Expression(1);
                return v => next(left(v));
            case "||":
                var otherwise = Expression(2);
                return v => left(v) is var value && Oracle.IsTrue(value) ? value : otherwise(v);
            case "&&":
                var and = Expression(3);
                return v => left(v) is var value && !Oracle.IsTrue(value) ? value : and(v);
            case "[]":
                return Projected(v => Oracle.Flatten(left(v)), 9);
            case "[?":
                var condition = Expression(0);
                Take();
                return Projected(v => left(v) is List<object?> list ? list.Where(i => Oracle.IsTrue(condition(i))).ToList() : null, 21);
            case "[" when TryTake("*"):
                Take();
                return Projected(left, 20);
            case "[":
                return Index(left);
            default:
                var right = Expression(5);
                return v => Oracle.Compare(token, left(v), right(v));
        }
    }

    private Func<object?, object?> Values(Func<object?, object?> left) =>
        Projected(v => left(v) is Dictionary<string, object?> members ? members.Values.ToList() : null, 20);

    private Func<object?, object?> Projected(Func<object?, object?> list, int strength)
    {
        Func<object?, object?> right = static v => v;
        if (Peek is "[" or "[?")
        {
            right = Expression(strength);
        }
        else if (TryTake("."))
        {
            right = AfterDot(strength);
        }

        return v => Oracle.Project(list(v), right);
    }

    private Func<object?, object?> AfterDot(int strength) => TryTake("[") ? List() : Expression(strength);

    private Func<object?, object?> Index(Func<object?, object?> left)
    {
        var parts = new int?[3];
        var part = 0;
        for (var token = Take(); token != "]"; token = Take())
        {
            if (token == ":")
            {
                part++;
            }
            else
            {
                parts[part] = int.Parse(token, CultureInfo.InvariantCulture);
            }
        }

        return part == 0 ? v => Oracle.ElementAt(left(v), parts[0]!.Value) : Projected(v => Oracle.Slice(left(v), parts[0], parts[1], parts[2]), 20);
    }

    private Func<object?, object?> List()
    {
        var items = Several("]");
        return v => v is null ? null : items.Select(i => i(v)).ToList();
    }

    private Func<object?, object?> Call(string function)
    {
        Take();
        var arguments = Several(")");
        return v => Oracle.Call(function, [.. arguments.Select(a => a(v))]);
    }

    private List<Func<object?, object?>> Several(string close)
    {
        var items = new List<Func<object?, object?>>();
        while (!TryTake(close))
        {
            items.Add(Expression(0));
            TryTake(",");
        }

        return items;
    }
}
