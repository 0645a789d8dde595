using DataZoneGen.Generator.Items;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Items;

public sealed class ItemLocatorTests
{
    private const string Path = "/src/App.csproj";

    private const string Project = """
        <Project>
          <ItemGroup>
            <AwsService Include="DataZone" Operations="GetDomain" />
            <AwsService Include="datazone" Operations="List*;
                                                       -ListRules" Namespace="Acme.Data" />
            <AwsService Include="models\one.json; models/two.json">
              <Operations>Invoke</Operations>
              <Access>Internal</Access>
            </AwsService>
            <AwsService Include="many/*.json" Operations="$(Wanted)" />
          </ItemGroup>
        </Project>
        """;

    [Theory]
    [InlineData("DataZone", "GetDomain", null, null, "3,6 3,36 3,6 3,6")]
    [InlineData("datazone", "List*; -ListRules", "Acme.Data", null, "4,6 4,36 5,60 4,6")]
    [InlineData("models/two.json", "Invoke", null, "Internal", "6,6 7,8 6,6 8,8")]
    [InlineData("models\\one.json", "Invoke", null, "Internal", "6,6 7,8 6,6 8,8")]
    [InlineData("many/a.json", "GetWidget", null, null, "10,6 10,39 10,6 10,6")]
    public void An_item_is_located_at_its_element(string include, string operations, string? ns, string? access, string places) =>
        Assert.Equal(places, Locate(Project, include, operations, ns, access));

    [Theory]
    [InlineData("<Project><ItemGroup><AwsService Include='$(A)' /><AwsService Include='$(B)' /></ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup><AwsService Include='Other' /></ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup><AwsService Include='DataZone' Operations='ListRules' /></ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup><AwsService Include='DataZone' ")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><Project><ItemGroup><AwsService Include='DataZone' /></ItemGroup></Project>")]
    [InlineData("")]
    public void An_item_with_an_unknown_element_is_located_at_the_start_of_the_project(string project) =>
        Assert.Equal("1,1 1,1 1,1 1,1", Locate(project, "DataZone", "GetDomain", null, null));

    [Fact]
    public void The_fake_has_its_own_location()
    {
        var item = new ServiceItem("key") { Include = "DataZone", Project = Path, Operations = "*", Fake = "Only" };
        var project = ProjectFileReader.Read(Path, SourceText.From(
            "<Project>\n<AwsService Include='DataZone' Fake='true' />\n<AwsService Include='DataZone' Operations='*' Fake='Only' /></Project>"));

        Assert.Equal("3,47", Format(ItemLocator.Locate(item, [project]).Locations.Fake));
    }

    [Fact]
    public void The_lock_file_and_the_number_of_shapes_have_their_own_locations()
    {
        // The path of the lock file is relative in the project, so that it does not tell which element it is.
        var item = new ServiceItem("key") { Include = "DataZone", Project = Path, ModelLock = "/src/models.lock.json", MaxShapes = "20" };
        var project = ProjectFileReader.Read(Path, SourceText.From(
            "<Project>\n<AwsService Include='DataZone' MaxShapes='10' />\n<AwsService Include='DataZone' ModelLock='models.lock.json' MaxShapes='20' /></Project>"));

        var locations = ItemLocator.Locate(item, [project]).Locations;

        Assert.Equal(("3,32", "3,61"), (Format(locations.ModelLock), Format(locations.MaxShapes)));
    }

    [Fact]
    public void A_conditional_value_matches_any_value() => Assert.Equal(
        "2,2 3,2 2,2 2,2",
        Locate("<Project><ItemGroup>\n<AwsService Include='DataZone'>\n<Operations Condition='false'>A</Operations></AwsService></ItemGroup></Project>", "DataZone", "GetDomain", null, null));

    [Fact]
    public void An_item_after_line_breaks_that_XML_does_not_count_is_located_at_the_start_of_the_project() =>
        Assert.Equal("1,1 1,1 1,1 1,1", Locate("<Project>\u2028\u2028\n<AwsService Include='DataZone'/></Project>", "DataZone", "GetDomain", null, null));

    [Fact]
    public void Unknown_metadata_is_found_with_its_location()
    {
        var project = ProjectFileReader.Read(Path, SourceText.From("""
            <Project>
              <AwsService Include="DataZone" Operation="A" namespace="B" Visible="false">
                <Acess>Internal</Acess>
              </AwsService>
              <Compile Include="x" Operation="A" />
            </Project>
            """));

        var names = Assert.Single(project.Elements).UnknownNames;

        Assert.Equal(["Operation 2,34", "Acess 3,6"], [.. System.Linq.Enumerable.Select(names, static n => n.Name + " " + Format(n.SourceLocation))]);
    }

    private static string Locate(string project, string include, string operations, string? ns, string? access)
    {
        var item = new ServiceItem("key") { Include = include, Project = Path, Operations = operations, Namespace = ns, Access = access };
        var places = ItemLocator.Locate(item, [ProjectFileReader.Read(Path, SourceText.From(project))]).Locations;
        Assert.Equal(Path, places.Item.Path);
        return string.Join(" ", Format(places.Item), Format(places.Operations), Format(places.Namespace), Format(places.Access));
    }

    private static string Format(Generator.Diagnostics.SourceLocation place) => System.FormattableString.Invariant($"{place.Lines.Start.Line + 1},{place.Lines.Start.Character + 1}");
}
