using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyPaginatorTests
{
    [Theory]
    [InlineData(""" "inputToken": "next", "outputToken": "page.next", "items": "page.items" """, "", "next", "page.next", "page.items")]
    [InlineData(""" "items": "things" """, """ "inputToken": "next", "outputToken": "next", "items": "items" """, "next", "next", "things")]
    [InlineData("", """ "inputToken": "next", "outputToken": "next" """, "next", "next", "")]
    public void An_operation_is_paged_by_its_own_settings_and_those_of_its_service(string own, string common, string input, string output, string items)
    {
        var paginator = Assert.Single(Read("\"smithy.api#paginated\": {" + own + "}", ", \"smithy.api#paginated\": {" + common + "}"));

        Assert.Equal("GetWidget", paginator.Operation);
        Assert.Equal([input], paginator.InputTokens);
        Assert.Equal([output], paginator.OutputTokens);
        Assert.Equal(items, string.Join(", ", paginator.ResultKeys));
    }

    [Fact]
    public void Settings_of_a_service_page_no_operation_that_is_not() =>
        Assert.Empty(Read("", """, "smithy.api#paginated": {"inputToken": "next", "outputToken": "next"} """));

    private static EquatableArray<PaginatorModel> Read(string operationTraits, string serviceTraits) => new SmithyWidgets
    {
        OperationTraits = operationTraits,
        ServiceTraits = "\"aws.protocols#restJson1\": {}" + serviceTraits,
    }.Read().Paginators;
}
