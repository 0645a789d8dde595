using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>A field or trait of the wrong type is reported once, at its value.</summary>
public sealed class SmithyWrongTypeTests
{
    private const string Start = """{"smithy": "2.0", "shapes": """;

    [Theory]
    [InlineData("""[]""", 29, "'shapes' must be an object, but is an array")]
    [InlineData("""{"a#A": 1}""", 37, "'a#A' must be an object, but is a number")]
    [InlineData("""{"a#A": {}}""", 30, "'type' must be the name of a shape type, but is missing")]
    [InlineData("""{"a#A": {"type": 1}}""", 46, "'type' must be the name of a shape type, but is a number")]
    [InlineData("""{"a#A": {"type": "int"}}""", 46, "'type' must be the name of a shape type, but is 'int'")]
    [InlineData("""{"a#A": {"type": "string", "traits": []}}""", 66, "'traits' must be an object, but is an array")]
    [InlineData("""{"a#A": {"type": "string", "traits": {"smithy.api#documentation": 1}}}""", 95, "'smithy.api#documentation' must be a string, but is a number")]
    [InlineData("""{"a#A": {"type": "string", "traits": {"smithy.api#length": 1}}}""", 88, "'smithy.api#length' must be an object, but is a number")]
    [InlineData("""{"a#A": {"type": "string", "traits": {"smithy.api#length": {"min": "1"}}}}""", 96, "'min' must be a number, but is a string")]
    [InlineData("""{"a#A": {"type": "string", "traits": {"smithy.api#enum": {}}}}""", 86, "'smithy.api#enum' must be an array, but is an object")]
    [InlineData("""{"a#A": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "local"}}}""", 100, "'smithy.api#timestampFormat' must be a known format, but is 'local'")]
    [InlineData("""{"a#A": {"type": "list"}}""", 30, "'member' must be an object, but is missing")]
    [InlineData("""{"a#A": {"type": "list", "member": {}}}""", 54, "'target' must be a string, but is missing")]
    [InlineData("""{"a#A": {"type": "list", "member": {"target": 1}}}""", 75, "'target' must be a string, but is a number")]
    [InlineData("""{"a#A": {"type": "structure", "members": []}}""", 70, "'members' must be an object, but is an array")]
    [InlineData("""{"a#A": {"type": "structure", "members": {"m": 1}}}""", 76, "'m' must be an object, but is a number")]
    [InlineData("""{"a#A": {"type": "structure", "traits": {"smithy.api#error": "client", "smithy.api#httpError": "404"}}}""", 124, "'smithy.api#httpError' must be an integer, but is a string")]
    [InlineData("""{"a#O": {"type": "operation", "traits": {"smithy.api#http": "GET /"}}}""", 89, "'smithy.api#http' must be an object, but is a string")]
    [InlineData("""{"a#O": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET"}}}}""", 89, "'uri' must be a string, but is missing")]
    [InlineData("""{"a#O": {"type": "operation", "input": "a#I"}}""", 68, "'input' must be an object, but is a string")]
    [InlineData("""{"a#O": {"type": "operation", "input": {}}}""", 68, "'target' must be a string, but is missing")]
    [InlineData("""{"a#O": {"type": "operation", "errors": ["a#E"]}}""", 70, "'every item of errors' must be an object, but is a string")]
    [InlineData("""{"a#S": {"type": "service", "operations": {}}}""", 71, "'operations' must be an array, but is an object")]
    [InlineData("""{"a#S": {"type": "service", "operations": [{"target": "a#T"}]}, "a#T": {"type": "string"}}""", 83, "'a#T' must be of type operation, but is of type string")]
    [InlineData("""{"a#S": {"type": "service", "traits": {"aws.api#service": "S"}}}""", 87, "'aws.api#service' must be an object, but is a string")]
    public void Is_reported(string shapes, int column, string message) => Assert.Equal(
        [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"model.json(1,{column}): DZG003: {message}")],
        Reading.Describe(Reading.File(Start + shapes + "}").Diagnostics));

    [Fact]
    public void An_operation_that_is_not_defined_is_reported_where_it_is_bound() => Assert.Equal(
        ["model.json(1,83): DZG004: Shape 'Gone' is not defined; operation 'Gone' is left out"],
        Reading.Describe(Reading.File(Start + """{"a#S": {"type": "service", "operations": [{"target": "a#Gone"}]}}}""").Diagnostics));

    [Fact]
    public void A_shape_that_is_not_defined_is_reported_where_it_is_needed() => Assert.Equal(
        "models/widgets.json(16,64): DZG004: Shape 'Gone' is not defined; operation 'GetWidget' is left out",
        new SmithyWidgets { Input = """ "m": {"target": "acme#Gone"} """ }.WhyLeftOut());

    [Fact]
    public void A_shape_that_is_defined_twice_is_reported_at_the_second() => Assert.Equal(
        ["model.json(1,57): DZG006: Shape 'a#A' is defined differently here and at model.json(1,30); the first definition is used"],
        Reading.Describe(Reading.File(Start + """{"a#A": {"type": "string"}, "a#A": {"type": "integer"}}}""").Diagnostics));

    [Fact]
    public void Makes_only_its_shape_invalid() => Assert.Equal(
        [("Bad", true), ("Good", false)],
        System.Linq.Enumerable.Select(
            Reading.File(Start + """{"a#Bad": {"type": "string", "traits": []}, "a#Good": {"type": "string", "traits": {}}}}""").Shapes,
            static shape => (shape.Name, shape.IsInvalid)));

    [Fact]
    public void Makes_its_operation_invalid() =>
        Assert.True(Assert.Single(Reading.File(Start + """{"a#O": {"type": "operation", "traits": {"smithy.api#http": 1}}}}""").Operations).IsInvalid);
}
