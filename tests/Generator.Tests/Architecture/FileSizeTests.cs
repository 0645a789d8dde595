using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Architecture;

public sealed class FileSizeTests
{
    private const int MaxLines = 400;

    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void No_source_file_is_longer_than_a_reader_can_hold(string project)
    {
        var tooLong = Repository.Files(project, "*.cs")
            .Select(static path => (Path: path, Lines: Repository.Read(path).Count(static c => c == '\n')))
            .Where(static file => file.Lines > MaxLines)
            .Select(static file => file.Path + ": " + file.Lines + " lines");

        Assert.Empty(tooLong);
    }
}
