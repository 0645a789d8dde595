using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Items;

public sealed class InputFileReaderTests
{
    [Fact]
    public void All_metadata_is_read()
    {
        var read = Read(new ModelText("m.json", "{}") { Operation = "A", Operations = "A|B", Namespace = "Acme.W", Access = "Internal", Protocol = "json", MaxShapes = "100", Fake = "Only" });

        Assert.Equal((FileRole.Model, "A"), (read?.Role, read?.Operation));
        Assert.Equal(new ServiceItem("Widgets") { Operations = "A|B", Namespace = "Acme.W", Access = "Internal", Protocol = "json", MaxShapes = "100", Fake = "Only" }, read?.Item);
    }

    [Fact]
    public void An_additional_file_without_our_metadata_is_none_of_ours() => Assert.Null(Read(new ModelText("m.json", "{}") { Service = null }));

    [Fact]
    public void A_list_of_operations_is_enough_and_makes_the_file_an_item_of_its_own() =>
        Assert.Equal("m.json", Read(new ModelText("m.json", "{}") { Service = null, Operations = "*" })?.Item.Key);

    [Fact]
    public void Empty_metadata_counts_as_absent()
    {
        var read = Read(new ModelText("m.json", "{}") { Operation = "", Operations = " ", Namespace = "", Access = "\t" });

        Assert.Null(read?.Operation);
        Assert.Equal(new ServiceItem("Widgets"), read?.Item);
    }

    [Fact]
    public void Blanks_around_a_value_are_no_part_of_it() => Assert.Equal("Acme.W", Read(new ModelText("m.json", "{}") { Namespace = " Acme.W " })?.Item.Namespace);

    [Fact]
    public void Files_that_the_build_adds_are_known_by_their_role()
    {
        Assert.Equal(FileRole.ItemList, Read(ProjectItems.List())?.Role);
        Assert.Equal(FileRole.Project, Read(ProjectItems.Project(""))?.Role);
        Assert.Equal(FileRole.ModelLock, Read(ProjectItems.Lock(""))?.Role);
    }

    private static InputFile? Read(ModelText file) => InputFileReader.Read(file.ToAdditionalText(), new TestOptions("Acme", [file]));
}
