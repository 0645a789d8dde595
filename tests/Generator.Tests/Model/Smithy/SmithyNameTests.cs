using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyNameTests
{
    [Fact]
    public void A_service_may_rename_shapes()
    {
        var model = new SmithyWidgets
        {
            Service = """ "rename": {"other#Thing": "OtherThing"} """,
            Input = """ "a": {"target": "acme#Thing"}, "b": {"target": "other#Thing"} """,
            Shapes = """ "acme#Thing": {"type": "string"}, "other#Thing": {"type": "integer"} """,
        };

        Assert.Equal(["Thing", "OtherThing"], model.ReadShape("GetWidgetInput").Members.Select(static m => m.Shape));
        Assert.Equal(Generator.Model.ShapeKind.Integer, model.ReadShape("OtherThing").Kind);
    }

    [Fact]
    public void Of_two_shapes_of_one_name_the_second_keeps_its_whole_id() => Assert.Equal(
        ["Thing", "other#Thing"],
        new SmithyWidgets
        {
            Input = """ "a": {"target": "acme#Thing"}, "b": {"target": "other#Thing"} """,
            Shapes = """ "acme#Thing": {"type": "string"}, "other#Thing": {"type": "integer"} """,
        }.ReadShape("GetWidgetInput").Members.Select(static m => m.Shape));

    [Fact]
    public void A_shape_of_the_model_takes_precedence_over_one_of_the_prelude() => Assert.Equal(
        ["smithy.api#String", "String"],
        new SmithyWidgets
        {
            Input = """ "a": {"target": "smithy.api#String"}, "b": {"target": "acme#String"} """,
            Shapes = """ "acme#String": {"type": "string", "traits": {"smithy.api#sensitive": {}}} """,
        }.ReadShape("GetWidgetInput").Members.Select(static m => m.Shape));

    [Fact]
    public void A_shape_outside_the_service_reserves_no_name() => Assert.Equal(
        "Thing",
        new SmithyWidgets
        {
            Input = """ "a": {"target": "acme#Thing"} """,
            Shapes = """ "aaa#Thing": {"type": "string"}, "acme#Thing": {"type": "string"} """,
        }.ReadInput("a").Shape);
}
