using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>Creates random acceptors for <see cref="ThingModel"/>, whose paths usually match its types.</summary>
internal sealed class RandomPaths(Random random)
{
    private static readonly JsonElement Shapes = JsonSerializer.Deserialize<JsonElement>(ThingModel.Service).GetProperty("shapes");

    private static readonly string[] Texts = ["", "a", "b", "ACTIVE", "OTHER", "large"];

    public Acceptor Next()
    {
        switch (random.Next(8))
        {
            case 0:
                var (first, second) = (Walk("GetThingOutput", 4, IsScalar), Walk("GetThingOutput", 4, IsScalar));
                return new Acceptor("path", first.Path + (random.Next(2) == 0 ? " || " : " && ") + second.Path, Json(random.Next(2) == 0 ? first.Shape : second.Shape));
            case 1:
                var item = Walk("GetThingOutput", 4, IsScalar);
                var selected = "[" + item.Path + ", " + Walk("GetThingOutput", 4, s => s == item.Shape).Path + "]" + (random.Next(2) == 0 ? "[]" : "");
                return new Acceptor(random.Next(2) == 0 ? "pathAny" : "pathAll", selected, Json(item.Shape));
            case 2:
                var one = Walk("GetThingOutput", 4, IsScalar);
                return new Acceptor("path", one.Path, Json(one.Shape));
            case 3 or 4:
                return new Acceptor("path", Condition("GetThingOutput", 3), random.Next(4) > 0 ? "true" : "false");
            default:
                var list = Walk("GetThingOutput", 5, static shape => shape.StartsWith('[') && IsScalar(shape[1..]));
                return new Acceptor(random.Next(2) == 0 ? "pathAny" : "pathAll", list.Path, Json(list.Shape[1..]));
        }
    }

    /// <summary>A path and the shape of its result. A list that the path creates is a bracket and the shape of its elements.</summary>
    private (string Path, string Shape) Walk(string from, int steps, Func<string, bool> isWanted)
    {
        while (true)
        {
            var (path, shape) = ("@", from);
            for (var i = 0; i < steps && !(isWanted(shape) && i > 0 && random.Next(2) == 0); i++)
            {
                (path, shape) = Step(path, shape);
            }

            if (isWanted(shape))
            {
                return (path.StartsWith("@.", StringComparison.Ordinal) ? path[2..] : path, shape);
            }
        }
    }

    private (string Path, string Shape) Step(string path, string shape)
    {
        if (shape.StartsWith('['))
        {
            return StepInList(path, shape[1..]);
        }

        var model = Shapes.GetProperty(shape);
        switch (model.GetProperty("type").GetString())
        {
            case "structure" when model.GetProperty("members").EnumerateObject().ToList() is { Count: > 0 } members:
                var member = members[random.Next(members.Count)];
                var name = member.Name.Contains('-', StringComparison.Ordinal) ? "\"" + member.Name + "\"" : member.Name;
                return (path + "." + name, member.Value.GetProperty("shape").GetString()!);
            case "list":
                return StepInList(path, model.GetProperty("member").GetProperty("shape").GetString()!);
            case "map":
                var value = model.GetProperty("value").GetProperty("shape").GetString()!;
                return random.Next(4) switch
                {
                    0 => (path + ".a", value),
                    1 => ("keys(" + path + ")", "[String"),
                    2 => ("values(" + path + ")", "[" + value),
                    _ => (path + ".*", "[" + value),
                };
            case "string":
                return random.Next(3) == 0 ? ("(" + path + " || " + Literal("String") + ")", "String") : (path, shape);
            default:
                return (path, shape);
        }
    }

    private (string Path, string Shape) StepInList(string path, string element)
    {
        switch (random.Next(10))
        {
            case 0:
                return ("(" + path + " | [" + random.Next(-2, 3).ToString(CultureInfo.InvariantCulture) + "])", element);
            case 1:
                return ("(" + path + " | [" + Bound() + ":" + Bound() + "])", "[" + element);
            case 2:
                return ("(" + path + " | [::-1])", "[" + element);
            case 3 or 4:
                return (path + "[?" + Condition(element, 1) + "]", "[" + element);
            case 5 when IsScalar(element) && element is not ("Boolean" or "Timestamp"):
                return ("sort(" + path + "[])", "[" + element);
            case 6 when IsScalar(element) && element is not ("Boolean" or "Timestamp"):
                return (random.Next(2) == 0 ? "max(" + path + "[])" : "min(" + path + "[])", element);
            case 7 when Shapes.GetProperty(element).GetProperty("type").GetString() == "list":
                return (path + "[]", "[" + Shapes.GetProperty(element).GetProperty("member").GetProperty("shape").GetString());
            default:
                var (inner, shape) = Step("@", element);
                return inner.StartsWith("@.", StringComparison.Ordinal) && !shape.StartsWith('[') ? (path + "[]" + inner[1..], "[" + shape) : (path + "[*]", "[" + element);
        }
    }

    private string Bound() => random.Next(2) == 0 ? "" : random.Next(-2, 3).ToString(CultureInfo.InvariantCulture);

    private string Condition(string from, int depth)
    {
        switch (random.Next(depth > 0 ? 16 : 11))
        {
            case 9 when IsStructure(from):
                return Number(from) + Order() + (random.Next(2) == 0 ? Literal("Integer") : Number(from));
            case 10 when IsStructure(from):
                var left = Walk(from, 3, IsScalar);
                return left.Path + (random.Next(2) == 0 ? " != " : " == ") + Walk(from, 3, s => s == left.Shape || (s != "Long" && random.Next(4) == 0 && IsScalar(s))).Path;
            case 0 or 1 when from is not ("Timestamp" or "Blob" or "Document"):
                var scalar = Walk(from, 3, IsScalar);
                return scalar.Path + (random.Next(3) == 0 ? " != " : " == ") + Literal(scalar.Shape);
            case 2 when IsStructure(from):
                return Walk(from, 3, IsNumber).Path + Order() + (random.Next(2) == 0 ? Literal("Integer") : Walk(from, 3, IsNumber).Path);
            case 3 when IsStructure(from):
                return "length(" + Walk(from, 3, static s => s.StartsWith('[') || s is "String" or "Strings" or "Entries" or "Tags").Path + ")" + Order() + Literal("Integer");
            case 4 when IsStructure(from):
                return Walk(from, 2, static s => s == "Boolean").Path;
            case 5 when IsStructure(from):
                var list = Walk(from, 3, static s => s.StartsWith('[') && IsScalar(s[1..]));
                return "contains(" + list.Path + ", " + (random.Next(2) == 0 ? Literal(list.Shape[1..]) : Walk(from, 3, s => s == list.Shape[1..]).Path) + ")";
            case 6 when IsStructure(from):
                return (random.Next(2) == 0 ? "starts_with(" : "contains(") + Walk(from, 3, static s => s == "String").Path + ", "
                    + (random.Next(2) == 0 ? Literal("String") : Walk(from, 2, static s => s == "String").Path) + ")";
            case 7:
                return Walk(from, 2, static _ => true).Path + " == `null`";
            case 8 when IsStructure(from):
                return "not_null(" + Walk(from, 2, static s => s == "String").Path + ", " + Walk(from, 2, static s => s == "String").Path + ") == " + Literal("String");
            case 11 or 12:
                return "(" + Condition(from, depth - 1) + " && " + Condition(from, depth - 1) + ")";
            case 13 or 14:
                return "(" + Condition(from, depth - 1) + " || " + Condition(from, depth - 1) + ")";
            case 15:
                return "!(" + Condition(from, depth - 1) + ")";
            default:
                return Walk(from, 1, static _ => true).Path;
        }
    }

    private string Number(string from) => random.Next(from == "Entry" ? 2 : 0, 5) switch
    {
        0 => "sum(" + Walk(from, 4, static s => s is "[Integer" or "Integers").Path + ")",
        1 => "avg(" + Walk(from, 4, static s => s == "[Integer").Path + ")",
        2 => "abs(" + Walk(from, 3, IsNumber).Path + ")",
        3 => "length(join(',', " + Walk(from, 3, static s => s is "Strings" or "[String").Path + "))",
        _ => "length(" + Walk(from, 3, static s => s.StartsWith('[') || s is "String" or "Strings" or "Entries" or "Tags").Path + ")",
    };

    private string Order() => new[] { " < ", " <= ", " > ", " >= " }[random.Next(4)];

    private string Literal(string shape) => Json(shape) is var json && json.StartsWith('"') ? "'" + json[1..^1] + "'" : "`" + json + "`";

    private string Json(string shape) => Shapes.GetProperty(shape).GetProperty("type").GetString() switch
    {
        "boolean" => random.Next(2) == 0 ? "true" : "false",
        "string" => "\"" + Texts[random.Next(Texts.Length)] + "\"",
        _ => random.Next(-1, 4).ToString(CultureInfo.InvariantCulture),
    };

    private static bool IsStructure(string shape) => shape is "GetThingOutput" or "Entry";

    private static bool IsNumber(string shape) => shape is "Integer" or "Long" or "Double";

    private static bool IsScalar(string shape) => shape is "String" or "Status" or "Sort" or "Boolean" || IsNumber(shape);
}
