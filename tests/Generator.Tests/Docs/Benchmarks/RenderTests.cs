using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Benchmarks.Measure.Rendering;
using DataZoneGen.Benchmarks.Measure.Results;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Docs.Benchmarks;

/// <summary>The committed page and charts have the committed numbers.</summary>
public sealed partial class RenderTests
{
    public static TheoryData<string> Files => [.. RenderCommand.Render(Repository.Root).Select(static rendered => rendered.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_committed_file_is_what_the_results_render_to(string file)
    {
        var expected = RenderCommand.Render(Repository.Root).Single(rendered => rendered.File == file).Text;

        Assert.True(
            expected == Repository.Read(file), $"{file} is older than {MeasureResults.File}. Run: dotnet run -c Release --project tests/Benchmarks -- render");
    }

    [Fact]
    public void The_page_shows_all_charts()
    {
        var page = Repository.Read(MeasuredPage.File);
        var shown = Image().Matches(page).Select(static image => "docs/" + image.Groups[1].Value);

        Assert.Equal(Chart.All.Select(static chart => chart.File), shown);
    }

    [Fact]
    public void Rendering_writes_the_page_and_the_charts()
    {
        var root = Directory.CreateTempSubdirectory("datazonegen-render-");
        try
        {
            Directory.CreateDirectory(Path.Combine(root.FullName, "docs"));
            File.WriteAllText(Path.Combine(root.FullName, MeasuredPage.File), "<!-- measured: first-call -->\n<!-- end -->\n");
            var table = new Table("first-call", [new("JIT time", "ms"), new("NativeAOT instructions", "M")], [new("DataZoneGen", [new Cell(42.5, 42.5, 42.5), null])]);
            Sample.Results(table).Write(root.FullName);

            RenderCommand.Run(root.FullName);

            Assert.All(
                [MeasuredPage.File, "docs/benchmarks-start.svg"],
                file => Assert.Contains("42.5", File.ReadAllText(Path.Combine(root.FullName, file)), System.StringComparison.Ordinal));
            Assert.All(Chart.All, chart => Assert.True(File.Exists(Path.Combine(root.FullName, chart.File))));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]+\.svg)\)")]
    private static partial Regex Image();
}
