using System.Collections.Generic;
using System.Text.Json;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Json;

public class ReaderStructureTests
{
    [Fact]
    public void Members_that_are_null_are_passed_over()
        => Assert.Equal(["b"], JsonReading.Read("""{"a":null,"b":1,"c":null}""", Names));

    [Fact]
    public void Unknown_members_of_any_kind_can_be_skipped()
        => Assert.Equal(
            ["a", "b", "c", "d", "e", "known"],
            JsonReading.Read("""{"a":[1,[null,{}]],"b":{"known":"no"},"c":"x\"}","d":-1e5,"e":true,"known":0}""", Names));

    [Fact]
    public void Escapes_in_names_are_undone()
        => Assert.True(JsonReading.Read("""{"n\u0061m\u00e9":1}""", (ref JsonBodyReader json) =>
        {
            var isName = json.NextMember(out var name) && name.Is("namé"u8) && name.Length == 5 && name.ToString() == "namé";
            json.Skip();
            return isName && !json.NextMember(out _);
        }));

    [Fact]
    public void A_dense_list_loses_its_nulls()
        => Assert.Equal([1, 2], JsonReading.Read("[null,1,null,2,null]", (ref JsonBodyReader json) =>
        {
            var list = new List<int>();
            while (json.NextElement())
            {
                list.Add(json.Int32());
            }

            return list;
        }));

    [Fact]
    public void A_sparse_list_keeps_its_nulls()
        => Assert.Equal([null, 1, null], JsonReading.Read("[null,1,null]", (ref JsonBodyReader json) =>
        {
            var list = new List<int?>();
            while (json.NextElement(out var isNull))
            {
                list.Add(isNull ? null : json.Int32());
            }

            return list;
        }));

    [Fact]
    public void A_dense_map_loses_its_nulls()
        => Assert.Equal(new Dictionary<string, string> { ["b\n"] = "x" }, JsonReading.Read("""{"a":null,"b\n":"x"}""", (ref JsonBodyReader json) =>
        {
            var map = new Dictionary<string, string>();
            while (json.NextEntry(out var key))
            {
                map[key] = json.String();
            }

            return map;
        }));

    [Fact]
    public void A_sparse_map_keeps_its_nulls()
        => Assert.Equal(new Dictionary<string, string?> { ["a"] = null, ["b"] = "x" }, JsonReading.Read("""{"a":null,"b":"x"}""", (ref JsonBodyReader json) =>
        {
            var map = new Dictionary<string, string?>();
            while (json.NextEntry(out var key, out var isNull))
            {
                map[key] = isNull ? null : json.String();
            }

            return map;
        }));

    [Theory]
    [InlineData("[]", "an object")]
    [InlineData("\"x\"", "an object")]
    [InlineData("null", "an object")]
    public void The_error_says_what_was_expected(string text, string what)
        => Assert.Contains(what, JsonReading.Fails(text, Names).Message, System.StringComparison.Ordinal);

    [Fact]
    public void The_error_says_where_but_not_what_was_found()
    {
        var exception = JsonReading.Fails("""{"a": secret}""", Names);

        Assert.Equal(6, exception.BytePosition);
        Assert.DoesNotContain("secret", exception.ToString(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":[1,null,"x\u00e9"],"b":{}}""")]
    [InlineData("-1.5e3")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void A_document_is_kept_as_it_is(string text)
    {
        var document = JsonReading.Read(" " + text + " ", (ref JsonBodyReader json) => json.Document());

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(text), document));
    }

    [Fact]
    public void Text_after_the_end_is_an_error()
        => Assert.Equal(2, JsonReading.Fails("{}]", Names).BytePosition);

    private static List<string> Names(ref JsonBodyReader json)
    {
        var names = new List<string>();
        while (json.NextMember(out var name))
        {
            names.Add(name.ToString());
            json.Skip();
        }

        return names;
    }
}
