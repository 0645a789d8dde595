using DataZoneGen.Benchmarks.Measure.Rendering;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Generator.Tests.Docs.Benchmarks;

/// <summary>Numbers of tables and charts.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(5872, "5,872")]
    [InlineData(1_234_567, "1,234,567")]
    [InlineData(0.01236, "0.0124")]
    [InlineData(1.236, "1.24")]
    [InlineData(12.34, "12.3")]
    [InlineData(123.4, "123")]
    [InlineData(999.6, "1,000")]
    [InlineData(1234.5, "1,234")]
    [InlineData(1.5, "1.5")]
    [InlineData(-12.34, "-12.3")]
    public void A_number_has_three_significant_digits_unless_it_is_an_integer(double value, string expected) => Assert.Equal(expected, NumberText.Format(value));

    [Theory]
    [InlineData(100, 99, 101, false)]
    [InlineData(100, 99, 102, true)]
    [InlineData(0, 0, 0, false)]
    public void A_spread_is_wide_if_it_exceeds_two_percent(double median, double least, double most, bool expected) =>
        Assert.Equal(expected, NumberText.IsWide(new Cell(median, least, most)));
}
