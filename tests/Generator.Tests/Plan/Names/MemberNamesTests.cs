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
    public void The_members_of_a_record_and_the_name_of_its_type_are_reserved(string wanted) =>
        Assert.Equal(wanted + "Value", MemberNames.ForRecord("Widget", isResponse: false).Take(wanted));

    [Fact]
    public void Metadata_is_reserved_only_in_responses()
    {
        Assert.Equal("MetadataValue", MemberNames.ForRecord("Widget", isResponse: true).Take("Metadata"));
        Assert.Equal("Metadata", MemberNames.ForRecord("Widget", isResponse: false).Take("Metadata"));
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
    public void The_members_of_an_enum_are_reserved(string wanted) => Assert.Equal(wanted + "Value", MemberNames.ForEnum("Widget", "WidgetKind").Take(wanted));

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Value")]
    [InlineData("Widget")]
    public void The_members_of_a_union_are_reserved(string wanted) => Assert.Equal(wanted + "Variant", MemberNames.ForUnion("Widget").Take(wanted));

    [Fact]
    public void The_members_of_the_base_exceptions_are_reserved()
    {
        var inherited = typeof(AwsServiceException).GetMembers().Concat(typeof(object).GetMembers())
            .Where(static member => member.DeclaringType is { } type && type != typeof(object))
            .Select(static member => member.Name)
            .Where(static name => char.IsUpper(name[0]) && !name.Contains('_', StringComparison.Ordinal))
            .Distinct();

        Assert.All(inherited, static name => Assert.NotEqual(name, MemberNames.ForException("WidgetException").Take(name)));
    }

    [Fact]
    public void The_members_of_the_base_record_of_a_response_are_reserved()
    {
        var inherited = typeof(AwsResponse).GetMembers().Concat(typeof(AwsStreamingResponse).GetMembers())
            .Select(static member => member.Name)
            .Where(static name => char.IsUpper(name[0]) && !name.Contains('_', StringComparison.Ordinal))
            .Distinct();

        Assert.All(inherited, static name => Assert.NotEqual(name, MemberNames.ForRecord("WidgetResponse", isResponse: true).Take(name)));
    }

    [Fact]
    public void A_name_that_is_used_twice_gets_a_suffix_and_then_a_number()
    {
        var names = MemberNames.ForRecord("Widget", isResponse: false);

        Assert.Equal(["Size", "SizeValue", "Size2", "Size3"], Enumerable.Range(0, 4).Select(_ => names.Take("Size")));
    }
}
