using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>The comparison of responses can fail, for each kind of value.</summary>
public sealed class ValueComparerTests
{
    private const string Answer = """
        {
            "number": 7,
            "bread": { "flour": "RYE", "weight": 0.1, "sliced": true },
            "baked": 1767323045.678,
            "crust": { "seeds": "poppy" },
            "photo": "AAEC",
            "reviews": ["good", "crisp"],
            "ratings": { "taste": 5 },
            "recipe": { "steps": [1, 2] }
        }
        """;

    private const string Expected = """
        {
            "number": 7,
            "bread": { "flour": "RYE", "weight": 0.1, "sliced": true },
            "baked": { "$timestamp": "2026-01-02T03:04:05.678Z" },
            "crust": { "seeds": "poppy" },
            "photo": { "$blob": "AAEC" },
            "reviews": ["good", "crisp"],
            "ratings": { "taste": 5 },
            "recipe": { "steps": [1, 2] }
        }
        """;

    [Fact]
    public async Task EqualValuesAreEqual() => Assert.Empty((await Bakery.ReadAsync(Answer, Expected)).All);

    [Theory]
    [InlineData("\"number\": 7", "\"number\": 8", "order.number")]
    [InlineData("\"RYE\"", "\"WHEAT\"", "order.bread.flour")]
    [InlineData("0.1", "0.1001", "order.bread.weight")]
    [InlineData("true", "false", "order.bread.sliced")]
    [InlineData("05.678Z", "05.679Z", "order.baked")]
    [InlineData("\"poppy\"", "\"sesame\"", "order.crust.seeds")]
    [InlineData("\"seeds\"", "\"glaze\"", "order.crust")]
    [InlineData("{ \"seeds\": \"poppy\" }", "{ \"SDK_UNKNOWN_MEMBER\": { \"name\": \"seeds\" } }", "order.crust")]
    [InlineData("\"AAEC\"", "\"AAED\"", "order.photo")]
    [InlineData("\"crisp\"", "\"crisp\", \"warm\"", "order.reviews.length")]
    [InlineData("\"good\", \"crisp\"", "\"crisp\", \"good\"", "order.reviews[0]")]
    [InlineData("\"taste\": 5", "\"taste\": 5, \"smell\": 4", "order.ratings.smell")]
    [InlineData("\"taste\": 5", "", "order.ratings.taste")]
    [InlineData("[1, 2]", "[2, 1]", "order.recipe")]
    [InlineData("\"number\": 7", "\"number\": 7, \"price\": 1", "order.price")]
    public async Task AnotherValueIsReported(string value, string other, string place)
    {
        Assert.Contains(value, Expected, System.StringComparison.Ordinal);
        var differences = await Bakery.ReadAsync(Answer, Expected.Replace(value, other, System.StringComparison.Ordinal));
        Assert.Contains(differences.All, difference => difference.StartsWith(place + ":", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"crust\": { \"seeds\": \"poppy\" },", "order.crust")]
    [InlineData("\"number\": 7,", "order.number")]
    [InlineData("\"baked\": 1767323045.678,", "order.baked")]
    [InlineData("\"weight\": 0.1, ", "order.bread.weight")]
    public async Task AMissingMemberIsReported(string member, string place)
    {
        Assert.Contains(member, Answer, System.StringComparison.Ordinal);
        var differences = await Bakery.ReadAsync(Answer.Replace(member, "", System.StringComparison.Ordinal), Expected);
        Assert.Contains(differences.All, difference => difference.StartsWith(place + ":", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"crust\": { \"seeds\": \"poppy\" },", "order.crust")]
    [InlineData("\"number\": 7,", "order.number")]
    [InlineData("\"weight\": 0.1, ", "order.bread.weight")]
    public async Task AMemberThatShouldBeAbsentIsReported(string member, string place)
    {
        Assert.Contains(member, Expected, System.StringComparison.Ordinal);
        var differences = await Bakery.ReadAsync(Answer, Expected.Replace(member, "", System.StringComparison.Ordinal));
        Assert.Contains(differences.All, difference => difference.StartsWith(place + ":", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsRequiredAndAbsentIsExpectedToBeEmpty() => Assert.Empty((await Bakery.ReadAsync("{}", "{}")).All);

    [Theory]
    [InlineData("crumbs", true)]
    [InlineData("seeds", false)]
    public async Task AUnionWithoutVariantIsOneThatTheModelDoesNotKnow(string variant, bool isSame)
    {
        var answer = Answer.Replace("\"seeds\"", "\"" + variant + "\"", System.StringComparison.Ordinal);
        var expected = Expected.Replace("{ \"seeds\": \"poppy\" }", "{}", System.StringComparison.Ordinal);
        var differences = await Bakery.ReadAsync(answer, expected);
        Assert.Equal(isSame, !differences.Any);
    }

    [Fact]
    public async Task ADroppedNullIsReportedAsSuch()
    {
        var differences = await Bakery.ReadAsync("""{ "reviews": ["good", null] }""", """{ "reviews": ["good", null] }""");
        Assert.Equal(["order.reviews: a null was dropped"], differences.All);
    }
}
