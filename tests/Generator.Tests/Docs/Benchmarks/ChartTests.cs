using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using DataZoneGen.Benchmarks.Measure.Rendering;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Generator.Tests.Docs.Benchmarks;

/// <summary>Charts of measured numbers.</summary>
public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_bar_is_as_long_as_its_share_of_the_greatest_number()
    {
        var chart = Draw(Sample.Times(("DataZoneGen", Exactly(25)), ("other", Exactly(100))));

        Assert.Equal([ChartSvg.BarSpace / 4.0, ChartSvg.BarSpace], Bars(chart).Select(static bar => Number(bar, "width")));
    }

    [Fact]
    public void Each_bar_has_its_label_and_its_number()
    {
        var chart = Draw(Sample.Times(("a < b", Exactly(1234)), ("no number", null), ("DataZoneGen", Exactly(0.5))));

        Assert.Equal(["less is better", "a < b", "DataZoneGen"], OfClass(chart, "label").Select(static text => text.Value));
        Assert.Equal(["1,234 ms", "0.5 ms"], OfClass(chart, "value").Select(static text => text.Value));
        Assert.Equal("Less is better. Heading: a < b 1,234 ms, DataZoneGen 0.5 ms.", chart.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void The_bars_of_this_project_are_highlighted_among_others()
    {
        var chart = Draw(Sample.Times(("S3, DataZoneGen", Exactly(1)), ("S3, other", Exactly(2))));

        Assert.Equal(["bar project", "bar"], Bars(chart).Select(static bar => (string?)bar.Attribute("class")));
    }

    [Fact]
    public void All_bars_are_highlighted_if_nothing_else_is_measured()
    {
        var chart = Draw(Sample.Times(("1 operation", Exactly(1)), ("10 operations", Exactly(2))));

        Assert.All(Bars(chart), static bar => Assert.Equal("bar project", (string?)bar.Attribute("class")));
    }

    [Fact]
    public void A_panel_can_have_some_rows_only()
    {
        var chart = Draw(Sample.Times(("one", Exactly(1)), ("two", Exactly(2)), ("three", Exactly(3))), "three", "one");

        Assert.Equal(["1 ms", "3 ms"], OfClass(chart, "value").Select(static text => text.Value));
    }

    [Fact]
    public void A_panel_whose_table_no_part_has_measured_says_so()
    {
        var chart = Draw(new Table("another", [], []));

        Assert.Equal(["less is better", "not measured"], OfClass(chart, "note").Select(static text => text.Value));
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_an_error()
    {
        var table = new Table("calls", [new("bytes", "B"), new("methods", "")], []);

        var error = Assert.Throws<InvalidDataException>(() => Draw(table));

        Assert.Equal("The table calls of docs/benchmarks.json has no column \"time\" for a chart. It has: bytes, methods.", error.Message);
    }

    private static Cell Exactly(double value) => new(value, value, value);

    private static XElement Draw(Table table, params string[] subjects)
    {
        var panel = new Panel("Heading", "calls", "time", subjects.Length == 0 ? null : subjects);
        return XElement.Parse(ChartSvg.Render(new Chart("docs/chart.svg", "Title", [panel]), Sample.Results(table)));
    }

    private static List<XElement> Bars(XElement chart) => [.. OfClass(chart, "bar")];

    private static IEnumerable<XElement> OfClass(XElement chart, string name) =>
        chart.Elements().Where(element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name));

    private static double Number(XElement element, string attribute) => (double)element.Attribute(attribute)!;
}
