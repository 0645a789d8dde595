using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Model;

public sealed class ItemOptionsReaderTests
{
    [Fact]
    public void All_metadata_and_the_root_namespace_are_read() => Assert.Equal(
        new ItemOptions("Widgets", IsPackageService: true, "A|B", "Acme.W", "Internal", "Acme"),
        Read(new ModelText("m.json", "{}") { IsOfPackage = true, Operations = "A|B", Namespace = "Acme.W", Access = "Internal" }));

    [Fact]
    public void An_additional_file_without_our_metadata_is_none_of_ours() => Assert.Null(Read(new ModelText("m.json", "{}") { Service = null }));

    [Fact]
    public void A_list_of_operations_is_enough_and_makes_the_file_an_item_of_its_own() =>
        Assert.Equal("m.json", Read(new ModelText("m.json", "{}") { Service = null, Operations = "*" })?.Item);

    [Fact]
    public void Empty_metadata_counts_as_absent() => Assert.Equal(
        new ItemOptions("Widgets", IsPackageService: false, null, null, null, "Acme"),
        Read(new ModelText("m.json", "{}") { Operations = " ", Namespace = "", Access = "\t" }));

    [Fact]
    public void Blanks_around_a_value_are_no_part_of_it() => Assert.Equal("Acme.W", Read(new ModelText("m.json", "{}") { Namespace = " Acme.W " })?.Namespace);

    [Fact]
    public void A_project_without_a_root_namespace_has_an_empty_one() =>
        Assert.Equal("", ItemOptionsReader.Read(File.ToAdditionalText(), new TestOptions(null, [File]))?.RootNamespace);

    private static ModelText File { get; } = new("m.json", "{}");

    private static ItemOptions? Read(ModelText file) => ItemOptionsReader.Read(file.ToAdditionalText(), new TestOptions("Acme", [file]));
}
