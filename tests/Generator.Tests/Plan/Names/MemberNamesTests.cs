using System;
using System.Linq;
using DataZoneGen.Generator.Plan.Names;

namespace DataZoneGen.Generator.Tests.Plan.Names;

public sealed class MemberNamesTests
{
    [Theory]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("ToString")]
    [InlineData("MemberwiseClone")]
    [InlineData("Finalize")]
    [InlineData("Clone")]
    [InlineData("EqualityContract")]
    [InlineData("PrintMembers")]
    [InlineData("Deconstruct")]
    [InlineData("Widget")]
    public void A_record_gives_away_none_of_its_own_names_nor_that_of_its_type(string wanted) =>
        Assert.Equal(wanted + "Value", MemberNames.OfRecord("Widget", isResponse: false).Take(wanted));

    [Fact]
    public void Metadata_is_taken_in_responses_only()
    {
        Assert.Equal("MetadataValue", MemberNames.OfRecord("Widget", isResponse: true).Take("Metadata"));
        Assert.Equal("Metadata", MemberNames.OfRecord("Widget", isResponse: false).Take("Metadata"));
    }

    [Theory]
    [InlineData("Value")]
    [InlineData("Kind")]
    [InlineData("WidgetKind")]
    [InlineData("IsKnown")]
    [InlineData("Unknown")]
    [InlineData("Parse")]
    [InlineData("TryParse")]
    [InlineData("Widget")]
    public void An_enumeration_keeps_its_own_names(string wanted) => Assert.Equal(wanted + "Value", MemberNames.OfEnum("Widget", "WidgetKind").Take(wanted));

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Value")]
    [InlineData("Widget")]
    public void A_union_keeps_its_own_names(string wanted) => Assert.Equal(wanted + "Variant", MemberNames.OfUnion("Widget").Take(wanted));

    [Fact]
    public void An_exception_gives_away_no_member_of_the_exceptions_above_it()
    {
        var inherited = typeof(AwsServiceException).GetMembers().Concat(typeof(object).GetMembers())
            .Where(static member => member.DeclaringType is { } type && type != typeof(object))
            .Select(static member => member.Name)
            .Where(static name => char.IsUpper(name[0]) && !name.Contains('_', StringComparison.Ordinal))
            .Distinct();

        Assert.All(inherited, static name => Assert.NotEqual(name, MemberNames.OfException("WidgetException").Take(name)));
    }

    [Fact]
    public void A_response_gives_away_no_member_of_the_record_above_it()
    {
        var inherited = typeof(AwsResponse).GetMembers().Concat(typeof(AwsStreamingResponse).GetMembers())
            .Select(static member => member.Name)
            .Where(static name => char.IsUpper(name[0]) && !name.Contains('_', StringComparison.Ordinal))
            .Distinct();

        Assert.All(inherited, static name => Assert.NotEqual(name, MemberNames.OfRecord("WidgetResponse", isResponse: true).Take(name)));
    }

    [Fact]
    public void A_name_taken_twice_gets_a_suffix_and_then_a_number()
    {
        var names = MemberNames.OfRecord("Widget", isResponse: false);

        Assert.Equal(["Size", "SizeValue", "Size2", "Size3"], Enumerable.Range(0, 4).Select(_ => names.Take("Size")));
    }
}
