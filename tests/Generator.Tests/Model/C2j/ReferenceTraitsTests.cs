using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.C2j;

public sealed class ReferenceTraitsTests
{
    private static readonly Widgets Widget = new()
    {
        Uri = "/{format}",
        Input = """
            "format": {"shape": "String", "enum": ["YAML", "JSON"], "location": "uri", "locationName": "format"}, "size": {"shape": "Integer", "enum": ["S"]},
            "plain": {"shape": "String"}, "colors": {"shape": "Colors"}
            """,
        RequiredInput = "\"format\"",
        Output = """ "format": {"shape": "String", "enum": ["JSON"]}, "taken": {"shape": "GetWidgetOutputFormat"} """,
        Shapes = """
            "Colors": {"type": "list", "member": {"shape": "String", "enum": ["RED"], "enumDocumentation": {"RED": "Like a rose."}}},
            "GetWidgetOutputFormat": {"type": "string"}
            """,
    };

    [Fact]
    public void Known_values_of_a_member_create_an_enum()
    {
        var shapes = Reading.Service(Widget.Files).Shapes.ToDictionary(static s => s.Name);

        Assert.Equal(["YAML", "JSON"], shapes["GetWidgetInputFormat"].EnumValues);
        Assert.Equal(["JSON"], shapes["GetWidgetOutputFormat2"].EnumValues);
        Assert.Equal(["RED"], shapes["ColorsMember"].EnumValues);
        Assert.Equal([new EnumValueDocumentation("RED", "Like a rose.")], shapes["ColorsMember"].EnumDocumentation);
        Assert.Empty(shapes["String"].EnumValues);
        Assert.Equal(["GetWidgetInputFormat", "Integer", "String", "Colors"], shapes["GetWidgetInput"].Members.Select(static m => m.Shape));
        Assert.Equal("ColorsMember", shapes["Colors"].Element?.Shape);
    }

    [Fact]
    public void Code_with_such_members_compiles()
    {
        var run = Widget.Run();

        Assert.Equal("Acme.Widgets.GetWidgetInputFormat", run.Property("Acme.Widgets.GetWidgetRequest", "Format").Type.ToDisplayString());
    }
}
