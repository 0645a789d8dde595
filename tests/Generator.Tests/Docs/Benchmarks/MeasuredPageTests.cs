using System;
using System.Collections.Generic;
using System.IO;
using DataZoneGen.Benchmarks.Measure.Rendering;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Generator.Tests.Docs.Benchmarks;

/// <summary>Tables in a page that is written by hand.</summary>
public sealed class MeasuredPageTests
{
    [Fact]
    public void A_table_replaces_what_is_between_its_markers()
    {
        const string Page = """
            # Page

            <!-- measured: calls -->
            an old table
            <!-- end -->

            Text.

            """;
        var table = new Table(
            "calls",
            [new("time", "ms"), new("methods", "")],
            [new("one", [new Cell(12.34, 12.3, 12.4), new Cell(1234, 1234, 1234)]), new("two", [new Cell(100, 95, 110), null])]);

        Assert.Equal(
            """
            # Page

            <!-- measured: calls -->
            | | time, ms | methods |
            |---|---:|---:|
            | one | 12.3 | 1,234 |
            | two | 100 <sub>[95–110]</sub> | – |

            <sub>Measured on 2026-01-31: `a machine`</sub>
            <!-- end -->

            Text.

            """,
            MeasuredPage.Render(Page, Sample.Results(table)));
    }

    [Fact]
    public void A_page_that_is_rendered_again_stays_the_same()
    {
        var results = Sample.Results(Sample.Times(("one", new Cell(1, 1, 1))));
        var once = MeasuredPage.Render("<!-- measured: calls -->\n<!-- end -->\n", results);

        Assert.Equal(once, MeasuredPage.Render(once, results));
    }

    [Fact]
    public void A_table_that_no_part_has_measured_is_named_so()
    {
        var nothing = new MeasureResults(new SortedDictionary<string, PartResult>(StringComparer.Ordinal));

        Assert.Equal("<!-- measured: calls -->\n*not measured*\n<!-- end -->", MeasuredPage.Render("<!-- measured: calls -->\n| old |\n<!-- end -->", nothing));
    }

    [Theory]
    [InlineData("<!-- measured: calls -->\ntext", "no marker \"<!-- end -->\" after the marker \"<!-- measured: calls -->\"")]
    [InlineData("<!-- measured: calls -->\n<!-- measured: other -->\n<!-- end -->", "no marker \"<!-- end -->\" after the marker \"<!-- measured: calls -->\"")]
    [InlineData("text\n<!-- end -->", "the marker \"<!-- end -->\" without a marker \"<!-- measured: … -->\" before it")]
    [InlineData("text", "no marker \"<!-- measured: … -->\" for these tables of docs/benchmarks.json: calls.")]
    public void A_missing_marker_is_an_error(string page, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => MeasuredPage.Render(page, Sample.Results(Sample.Times(("one", new Cell(1, 1, 1))))));

        Assert.StartsWith("docs/benchmarks.md has ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

}
