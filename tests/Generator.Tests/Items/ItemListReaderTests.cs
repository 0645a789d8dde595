using DataZoneGen.Generator.Items;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Items;

public sealed class ItemListReaderTests
{
    [Fact]
    public void Every_Include_starts_an_item()
    {
        var list = Read("""
            Include=DataZone
            Kind=Package
            Key=datazone
            Project=/src/App.csproj
            Operations=GetDataSourceRun; List*
            Namespace=Acme.Data
            Access=Internal
            Protocol=rest-json
            ModelLock=/src/models.lock.json
            MaxShapes=100
            Fake=Only
            Include=./models/a=b.json
            Kind=File
            Key=/src/models/a=b.json
            Project=
            Operations=
            Namespace=
            Access=
            """);

        Assert.Equal(
            [
                new ServiceItem("datazone")
                {
                    Kind = ItemKind.Package,
                    Include = "DataZone",
                    Project = "/src/App.csproj",
                    Operations = "GetDataSourceRun; List*",
                    Namespace = "Acme.Data",
                    Access = "Internal",
                    Protocol = "rest-json",
                    ModelLock = "/src/models.lock.json",
                    MaxShapes = "100",
                    Fake = "Only",
                },
                new ServiceItem("/src/models/a=b.json") { Kind = ItemKind.File, Include = "./models/a=b.json" },
            ],
            list.Items);
    }

    [Fact]
    public void A_value_may_have_several_lines_and_hold_what_starts_comments_elsewhere() =>
        Assert.Equal("GetWidget; # one\n    ListWidgets", Assert.Single(Read("Include=W\r\nOperations=GetWidget; # one\r\n    ListWidgets\r\nNamespace=\r\n").Items).Operations);

    [Fact]
    public void Services_of_the_package_are_sorted() => Assert.Equal(["DataZone", "Omics"], Read("Include=W\nKind=Unknown\nService=Omics\nService=DataZone").PackageServices);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Kind=File\nKey=x")]
    [InlineData("what is this")]
    public void A_list_without_items_has_none(string text) => Assert.Empty(Read(text).Items);

    private static ItemList Read(string text) => ItemListReader.Read(SourceText.From(text));
}
