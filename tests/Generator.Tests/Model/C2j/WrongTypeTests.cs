using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.C2j;

/// <summary>A field of the wrong type is reported once, at its value, with the expected and the actual type.</summary>
public sealed class WrongTypeTests
{
    [Theory]
    [InlineData("""{"metadata": "Widgets"}""", 1, 14, "'metadata' must be an object, but is a string")]
    [InlineData("""{"metadata": {}}""", 1, 14, "'serviceId' must be a string, but is missing")]
    [InlineData("""{"metadata": {"serviceId": 7}}""", 1, 28, "'serviceId' must be a string, but is a number")]
    [InlineData("""{"metadata": {"serviceId": "W", "protocols": "rest-json"}}""", 1, 46, "'protocols' must be an array, but is a string")]
    [InlineData("""{"metadata": {"serviceId": "W", "protocols": ["a", 1]}}""", 1, 52, "'every item of protocols' must be a string, but is a number")]
    [InlineData("""{"operations": []}""", 1, 16, "'operations' must be an object, but is an array")]
    [InlineData("""{"operations": {"GetWidget": true}}""", 1, 30, "'GetWidget' must be an object, but is a boolean")]
    [InlineData("""{"operations": {"GetWidget": {"http": "GET /"}}}""", 1, 39, "'http' must be an object, but is a string")]
    [InlineData("""{"operations": {"GetWidget": {"http": {"method": 1}}}}""", 1, 50, "'method' must be a string, but is a number")]
    [InlineData("""{"operations": {"GetWidget": {"input": "Input"}}}""", 1, 40, "'input' must be an object, but is a string")]
    [InlineData("""{"operations": {"GetWidget": {"errors": [{"shape": []}]}}}""", 1, 52, "'shape' must be a string, but is an array")]
    [InlineData("""{"operations": {"GetWidget": {"errors": ["E"]}}}""", 1, 42, "'every item of errors' must be an object, but is a string")]
    [InlineData("""{"shapes": {"Size": 1}}""", 1, 21, "'Size' must be an object, but is a number")]
    [InlineData("""{"shapes": {"Size": {}}}""", 1, 13, "'type' must be the name of a shape type, but is missing")]
    [InlineData("""{"shapes": {"Size": {"type": "int"}}}""", 1, 30, "'type' must be the name of a shape type, but is 'int'")]
    [InlineData("""{"shapes": {"Size": {"type": "integer", "min": "1"}}}""", 1, 48, "'min' must be a number, but is a string")]
    [InlineData("""{"shapes": {"Kind": {"type": "string", "enum": {"A": 1}}}}""", 1, 48, "'enum' must be an array, but is an object")]
    [InlineData("""{"shapes": {"Kind": {"type": "string", "enum": [null]}}}""", 1, 49, "'every item of enum' must be a string, but is null")]
    [InlineData("""{"shapes": {"Kind": {"type": "string", "enumDocumentation": ["A"]}}}""", 1, 61, "'enumDocumentation' must be an object, but is an array")]
    [InlineData("""{"shapes": {"Kind": {"type": "string", "enumDocumentation": {"A": 1}}}}""", 1, 67, "'A' must be a string, but is a number")]
    [InlineData("""{"shapes": {"Text": {"type": "string", "sensitive": "yes"}}}""", 1, 53, "'sensitive' must be a boolean, but is a string")]
    [InlineData("""{"shapes": {"List": {"type": "list"}}}""", 1, 13, "'member' must be an object, but is missing")]
    [InlineData("""{"shapes": {"List": {"type": "list", "member": "X"}}}""", 1, 48, "'member' must be an object, but is a string")]
    [InlineData("""{"shapes": {"List": {"type": "list", "member": {}}}}""", 1, 38, "'shape' must be a string, but is missing")]
    [InlineData("""{"shapes": {"Map": {"type": "map", "key": {"shape": "K"}}}}""", 1, 13, "'value' must be an object, but is missing")]
    [InlineData("""{"shapes": {"Map": {"type": "map", "value": {"shape": "V"}}}}""", 1, 13, "'key' must be an object, but is missing")]
    [InlineData("""{"shapes": {"S": {"type": "structure", "members": []}}}""", 1, 51, "'members' must be an object, but is an array")]
    [InlineData("""{"shapes": {"S": {"type": "structure", "members": {"a": {"shape": 1}}}}}""", 1, 67, "'shape' must be a string, but is a number")]
    [InlineData("""{"shapes": {"S": {"type": "structure", "members": {"a": {"shape": "A", "location": "body"}}}}}""", 1, 84, "'location' must be a known location, but is 'body'")]
    [InlineData("""{"shapes": {"T": {"type": "timestamp", "timestampFormat": "local"}}}""", 1, 59, "'timestampFormat' must be a known format, but is 'local'")]
    [InlineData("""{"shapes": {"S": {"type": "structure", "required": "a", "members": {}}}}""", 1, 52, "'required' must be an array, but is a string")]
    [InlineData("""{"shapes": {"E": {"type": "structure", "error": {"httpStatusCode": 4.5}}}}""", 1, 68, "'httpStatusCode' must be an integer, but is 4.5")]
    [InlineData("""{"shapes": {"E": {"type": "structure", "error": {"httpStatusCode": 99999999999}}}}""", 1, 68, "'httpStatusCode' must be an integer, but is 99999999999")]
    [InlineData("""{"shapes": {"E": {"type": "structure", "error": "E"}}}""", 1, 49, "'error' must be an object, but is a string")]
    [InlineData("""{"pagination": []}""", 1, 16, "'pagination' must be an object, but is an array")]
    [InlineData("""{"pagination": {"L": {"input_token": 1}}}""", 1, 38, "'input_token' must be a string or an array of strings, but is a number")]
    [InlineData("""{"waiters": {"W": {"delay": "5"}}}""", 1, 29, "'delay' must be an integer, but is a string")]
    [InlineData("""{"waiters": {"W": {"acceptors": [1]}}}""", 1, 34, "'every item of acceptors' must be an object, but is a number")]
    [InlineData("""{"waiters": {"W": {"acceptors": [{"matcher": "path"}]}}}""", 1, 34, "'expected' must be a string, number or boolean, but is missing")]
    [InlineData("""{"waiters": {"W": {"acceptors": [{"expected": []}]}}}""", 1, 47, "'expected' must be a string, number or boolean, but is an array")]
    [InlineData("""{"parameters": 1, "rules": []}""", 1, 16, "'parameters' must be an object, but is a number")]
    [InlineData("""{"parameters": {}, "rules": [1]}""", 1, 30, "'every item of rules' must be an object, but is a number")]
    [InlineData("""{"parameters": {}, "rules": [{"endpoint": {}}]}""", 1, 43, "'url' must be a string, but is missing")]
    [InlineData("""{"parameters": {}, "rules": [{"conditions": [{"fn": "isSet", "argv": [null]}]}]}""", 1, 71, "'an argument' must be a value, a reference or a function, but is null")]
    public void Is_reported(string text, int line, int column, string message) =>
        Assert.Equal(
            [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"model.json({line},{column}): DZG003: {message}")],
            Reading.Describe(Reading.File(text).Diagnostics));

    [Fact]
    public void Counts_lines_and_columns_of_a_text_of_many_lines() =>
        Assert.Equal(
            ["model.json(4,19): DZG003: 'type' must be a string, but is a number"],
            Reading.Describe(Reading.File("{\n  \"shapes\": {\r\n    \"Size\": {\n\t\t\"é\": 1, \"type\": 5\n    }\n  }\n}").Diagnostics));

    [Fact]
    public void Makes_only_its_shape_invalid()
    {
        var file = Reading.File("""{"shapes": {"Bad": {"type": "integer", "min": "1"}, "Good": {"type": "integer", "min": 1}}}""");

        Assert.Equal([true, false], file.Shapes.OrderBy(static s => s.Name, System.StringComparer.Ordinal).Select(static s => s.IsInvalid));
    }

    [Fact]
    public void Makes_only_its_operation_invalid()
    {
        var file = Reading.File("""{"operations": {"Bad": {"documentation": 1}, "Good": {"documentation": "1"}}}""");

        Assert.Equal([true, false], file.Operations.OrderBy(static o => o.Name, System.StringComparer.Ordinal).Select(static o => o.IsInvalid));
    }

    [Fact]
    public void Takes_a_waiter_away()
    {
        Assert.Empty(Reading.File("""{"waiters": {"W": {"operation": 1}}}""").Waiters);
    }
}
