using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit.Bodies;

/// <summary>Generated types round-trip through System.Text.Json.</summary>
public sealed class JsonConversionTests
{
    private const string Members = """
        "color": {"shape": "Color"}, "colors": {"shape": "Colors"}, "choice": {"shape": "Choice"}, "text": {"shape": "String"}, "size": {"shape": "Integer"},
        "at": {"shape": "Time"}, "blob": {"shape": "Blob"}, "any": {"shape": "Any"}, "texts": {"shape": "Texts"}, "parts": {"shape": "Parts"}
        """;

    private static readonly Widgets Model = new()
    {
        Input = Members,
        RequiredInput = "\"color\", \"text\"",
        Output = Members,
        Shapes = """
            "Color": {"type": "string", "enum": ["RED", "DARK_BLUE"]}, "Colors": {"type": "list", "member": {"shape": "Color"}},
            "Choice": {"type": "structure", "union": true, "members": {
                "text": {"shape": "String"}, "part": {"shape": "Part"}, "size": {"shape": "Integer"}, "texts": {"shape": "Texts"}, "color": {"shape": "Color"}, "choice": {"shape": "Choice"}}},
            "Part": {"type": "structure", "members": {"name": {"shape": "String"}}}, "Blob": {"type": "blob"},
            "Any": {"type": "structure", "document": true, "members": {}}, "Texts": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
            "Parts": {"type": "list", "member": {"shape": "Part"}}
            """,
    };

    [Theory]
    [InlineData("Color.Red", "\"RED\"")]
    [InlineData("new Color(\"NEW\")", "\"NEW\"")]
    [InlineData("default(Color)", "\"\"")]
    [InlineData("(Color?)null", "null")]
    [InlineData("(Color?)Color.DarkBlue", "\"DARK_BLUE\"")]
    [InlineData("new Color[] { Color.Red, new(\"NEW\") }", "[\"RED\",\"NEW\"]")]
    [InlineData("new Dictionary<Color, int> { [Color.Red] = 1, [new(\"NEW\")] = 2, [default] = 3 }", "{\"RED\":1,\"NEW\":2,\"\":3}")]
    public void An_enum_is_its_text_in_JSON_whatever_the_model_knows(string value, string json) => Assert.Equal(json + "|" + json + "|True", Run($$"""
        var value = {{value}};
        var json = JsonSerializer.Serialize(value);
        var back = Back(value, json);
        return json + "|" + JsonSerializer.Serialize(back) + "|" + ((object?)value is System.Collections.IEnumerable || Equals(value, back));
        """));

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{\"Value\": \"RED\"}")]
    public void A_value_that_is_not_a_string_is_not_an_enum_value(string json) => Assert.Equal("JsonException", Run($$"""
        try { return JsonSerializer.Deserialize<Color>({{Literals.String(json)}}); }
        catch (JsonException exception) { return exception.GetType().Name; }
        """));

    [Fact]
    public void Any_text_parses_as_an_enumeration() => Assert.Equal("RED|NEW|True NEW|False |True |RED|ArgumentNullException", Run("""
        static T Parse<T>(string text) where T : IParsable<T> => T.Parse(text, null);
        static T ParseSpan<T>(ReadOnlySpan<char> text) where T : ISpanParsable<T> => T.Parse(text, null);
        string thrown;
        try { thrown = Color.Parse(null!, null).Value; } catch (ArgumentNullException exception) { thrown = exception.GetType().Name; }
        return string.Join("|",
            Parse<Color>("RED"), ParseSpan<Color>("NEW"), Color.TryParse("NEW", null, out var known) + " " + known, Color.TryParse(null, null, out var none) + " " + none,
            Color.TryParse("".AsSpan(), null, out var empty) + " " + empty, new DataZoneGen.Wire.EnumTypeConverter<Color>().ConvertFromInvariantString("RED"), thrown);
        """));

    [Fact]
    public void An_enum_names_its_type_converter() => Assert.Equal(true, Run("""
        var attribute = (System.ComponentModel.TypeConverterAttribute?)Attribute.GetCustomAttribute(typeof(Color), typeof(System.ComponentModel.TypeConverterAttribute));
        return attribute?.ConverterTypeName == typeof(DataZoneGen.Wire.EnumTypeConverter<Color>).AssemblyQualifiedName;
        """));

    [Theory]
    [InlineData("new Choice.Text(\"x\")", """{"text":"x"}""")]
    [InlineData("new Choice.Size(3)", """{"size":3}""")]
    [InlineData("new Choice.Part(new() { Name = \"n\" })", """{"part":{"Name":"n"}}""")]
    [InlineData("new Choice.Color(Acme.Widgets.Color.Red)", """{"color":"RED"}""")]
    [InlineData("new Choice.ChoiceVariant(new Choice.Texts(new Dictionary<string, string> { [\"a\"] = \"b\" }))", """{"choice":{"texts":{"a":"b"}}}""")]
    [InlineData("new Choice.Unknown(\"shiny\")", """{"shiny":null}""")]
    [InlineData("new Choice.Unknown(\"\")", "{}")]
    public void A_union_is_an_object_with_the_name_of_its_variant(string value, string json) => Assert.Equal(json + "|" + json + "|True", Run($$"""
        Choice value = {{value}};
        var json = JsonSerializer.Serialize(value);
        var back = Back(value, json);
        return json + "|" + JsonSerializer.Serialize(back) + "|" + (value.GetType() == back.GetType());
        """));

    [Theory]
    [InlineData("""{"__type": "x", "text": null, "size": 4}""", "Size { Value = 4 }")]
    [InlineData("""{"shiny": {"a": [1]}, "size": 4}""", "Size { Value = 4 }")]
    [InlineData("""{"shiny": {"a": [1]}}""", "Unknown { Name = shiny }")]
    [InlineData("""{"__type": "x"}""", "Unknown { Name =  }")]
    [InlineData("""{"text": null}""", "Unknown { Name =  }")]
    [InlineData("""null""", "null")]
    [InlineData("""[]""", "JsonException")]
    [InlineData("""{"size": "x"}""", "JsonException")]
    public void A_union_is_read_as_the_service_writes_it(string json, string shown) => Assert.Equal(shown, Run($$"""
        try { return JsonSerializer.Deserialize<Choice>({{Literals.String(json)}})?.ToString() ?? "null"; }
        catch (JsonException exception) { return exception.GetType().Name; }
        """));

    [Theory]
    [InlineData("GetWidgetRequest")]
    [InlineData("GetWidgetResponse")]
    public void A_record_round_trips_through_JSON(string type) => Assert.Equal("True|True|True", Run($$"""
        var value = new {{type}}
        {
            Color = Color.Red, Colors = [Color.DarkBlue, new("NEW")], Choice = new Choice.Part(new() { Name = "n" }), Text = "t", Size = 3, At = DateTimeOffset.UnixEpoch.AddTicks(1234567),
            Blob = new byte[] { 1, 2, 3 }, Any = JsonSerializer.SerializeToElement(new { a = 1 }), Texts = new Dictionary<string, string> { ["k"] = "v" }, Parts = [new() { Name = "p" }],
        };
        return string.Join("|", new[] { JsonSerializerOptions.Default, new(JsonSerializerDefaults.Web), new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull } }
            .Select(options =>
            {
                var json = JsonSerializer.Serialize(value, options);
                var back = JsonSerializer.Deserialize<{{type}}>(json, options)!;
                return JsonSerializer.Serialize(back, options) == json
                    && back.Color == value.Color && back.Colors!.SequenceEqual(value.Colors) && back.Choice == value.Choice && back.Text == value.Text && back.Size == value.Size && back.At == value.At
                    && back.Blob!.Value.Span.SequenceEqual(value.Blob!.Value.Span) && back.Any.ToString() == value.Any.ToString() && back.Texts!["k"] == "v" && back.Parts!.Single() == value.Parts.Single();
            }));
        """));

    [Fact]
    public void What_came_along_with_a_response_is_no_part_of_its_JSON() => Assert.DoesNotContain(
        "Metadata", (string?)Run("""return JsonSerializer.Serialize(Service.Call(static client => client.GetWidgetAsync(new() { Color = Color.Red, Text = "" })));"""), System.StringComparison.Ordinal);

    [Fact]
    public void A_stream_is_no_part_of_the_JSON_of_its_response()
    {
        var test = new Widgets
        {
            Output = """ "body": {"shape": "Body"}, "size": {"shape": "Integer", "location": "header", "locationName": "size"} """,
            OutputTraits = """, "payload": "body" """,
            Shapes = """ "Body": {"type": "blob", "streaming": true} """,
        }.ToTest();

        Assert.Equal("""{"Size":3}""", Run(test, "return JsonSerializer.Serialize(new GetWidgetResponse { Size = 3 });"));
    }

    [Fact]
    public void An_event_is_JSON_as_a_union_is_unless_it_is_an_error()
    {
        var test = new Widgets
        {
            Input = """ "events": {"shape": "Events"} """,
            InputTraits = """, "payload": "events" """,
            Shapes = """
                "Events": {"type": "structure", "eventstream": true, "members": {"note": {"shape": "Note"}, "oops": {"shape": "Oops"}}},
                "Note": {"type": "structure", "event": true, "members": {"text": {"shape": "String"}}},
                "Oops": {"type": "structure", "exception": true, "members": {"message": {"shape": "String"}}}
                """,
        }.ToTest();

        Assert.Equal("""{"note":{"Text":"x"}}|NotSupportedException""", Run(test, """
            string thrown;
            try { thrown = JsonSerializer.Serialize<Events>(new Events.Oops(new())); } catch (NotSupportedException exception) { thrown = exception.GetType().Name; }
            return JsonSerializer.Serialize<Events>(new Events.Note(new() { Text = "x" })) + "|" + thrown;
            """));
    }

    [Fact]
    public void Metadata_that_lacks_types_of_variants_is_found_at_the_first_use_of_the_union() => Assert.Equal(
        "The JSON metadata lacks types of variants of 'Acme.Widgets.Choice'. Add them with [JsonSerializable] to your JsonSerializerContext: Acme.Widgets.Part. Path: $.",
        Run("""
            var complete = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver();
            var options = new JsonSerializerOptions { TypeInfoResolver = new Partial(complete) };
            try { return JsonSerializer.Serialize<Choice>(new Choice.Text("x"), options); }
            catch (NotSupportedException exception) { return exception.Message; }
            """));

    private static object? Run(string body) => Run(Model.ToTest(), body);

    private static object? Run(GeneratorTest test, string body)
    {
        test.TestState.Sources.Add("using System.Collections.Generic;\nusing System.Linq;\nusing System.Text.Json;\n" + Service.Of("{}") + $$"""
            internal static class Probe
            {
                public static object? Run()
                {
                    {{body}}
                }

                private static T Back<T>(T value, string json) => JsonSerializer.Deserialize<T>(json)!;
            }

            internal sealed class Partial(System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver complete) : System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver
            {
                public System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
                    type.Name == "Part" ? null : complete.GetTypeInfo(type, options);
            }
            """);
        return test.Run().Invoke("Probe", "Run");
    }
}
