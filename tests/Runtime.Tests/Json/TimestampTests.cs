using System;
using System.Globalization;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Json;

public class TimestampTests
{
    [Theory]
    [InlineData("1767323045", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("1767323045.678", "2026-01-02T03:04:05.6780000Z")]
    [InlineData("1767323045.6789012", "2026-01-02T03:04:05.6789012Z")]
    [InlineData("1.767323045678e9", "2026-01-02T03:04:05.6780000Z")]
    [InlineData("\"1767323045.5\"", "2026-01-02T03:04:05.5000000Z")]
    [InlineData("-1.5", "1969-12-31T23:59:58.5000000Z")]
    [InlineData("\"2026-01-02T03:04:05Z\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"2026-01-02t03:04:05.6z\"", "2026-01-02T03:04:05.6000000Z")]
    [InlineData("\"2026-01-02T03:04:05.67890123456Z\"", "2026-01-02T03:04:05.6789012Z")]
    [InlineData("\"2026-01-02T03:04:05+01:30\"", "2026-01-02T01:34:05.0000000Z")]
    [InlineData("\"2026-01-02T03:04:05.5-0130\"", "2026-01-02T04:34:05.5000000Z")]
    [InlineData("\"2026-01-02T03:04:05\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"2026-01-02 03:04:05Z\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"2023-05-15T00:00Z\"", "2023-05-15T00:00:00.0000000Z")]
    [InlineData("\"2023-05-15T23:30-01:00\"", "2023-05-16T00:30:00.0000000Z")]
    [InlineData("\"2023-05-15T12:34\"", "2023-05-15T12:34:00.0000000Z")]
    [InlineData("\"2023-05-15\"", "2023-05-15T00:00:00.0000000Z")]
    [InlineData("\" 2023-05-15T00:00:00Z \"", "2023-05-15T00:00:00.0000000Z")]
    [InlineData("\"Fri, 02 Jan 2026 03:04:05 GMT\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"Fri, 02 Jan 2026 03:04:05.678 GMT\"", "2026-01-02T03:04:05.6780000Z")]
    [InlineData("\"Fri, 2 Jan 2026 03:04:05 GMT\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"Fri, 02 Jan 2026 03:04:05 +0130\"", "2026-01-02T01:34:05.0000000Z")]
    [InlineData("\"Fri, 02 Jan 2026 03:04:05\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"Friday, 02-Jan-26 03:04:05 GMT\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"Thursday, 01-Jan-70 00:00:00 GMT\"", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("\"Friday, 02-Jan-2026 03:04:05 GMT\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"Fri Jan  2 03:04:05 2026\"", "2026-01-02T03:04:05.0000000Z")]
    [InlineData("\"Fri Jan 12 03:04:05 2026\"", "2026-01-12T03:04:05.0000000Z")]
    [InlineData("1.585834522082716E12", "2020-04-02T13:35:22.0827160Z")]
    [InlineData("1775836321122", "2026-04-10T15:52:01.1220000Z")]
    [InlineData("\"1775836321122\"", "2026-04-10T15:52:01.1220000Z")]
    [InlineData("946684800000", "2000-01-01T00:00:00.0000000Z")]
    [InlineData("253402300799", "9999-12-31T23:59:59.0000000Z")]
    [InlineData("253402300799.999", "9999-12-31T23:59:59.9990000Z")]
    [InlineData("253402300799.9999999", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("253402300799999", "9999-12-31T23:59:59.9990000Z")]
    [InlineData("-62135596800", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("\"0001-01-01T00:00:00Z\"", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("\"9999-12-31T23:59:59.9999999Z\"", "9999-12-31T23:59:59.9999999Z")]
    public void Every_wire_form_is_read_to_the_tick_in_UTC(string text, string expected)
    {
        var value = JsonReading.Read(text, (ref JsonBodyReader json) => json.Timestamp());

        Assert.Equal(expected, value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, value.Offset);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2026-02-30T00:00:00Z\"")]
    [InlineData("\"2026-01-02T24:00:00Z\"")]
    [InlineData("\"2026-01-02T03:04:05.Z\"")]
    [InlineData("\"2026-01-02T03:04:05+1\"")]
    [InlineData("\"2026-01-02T03:04:05Zx\"")]
    [InlineData("\"0001-01-01T00:00:00+01:00\"")]
    [InlineData("\"Fri, 02 Foo 2026 03:04:05 GMT\"")]
    [InlineData("\"Fri, 02 Jan 2026 03:04:05 CET\"")]
    [InlineData("\"Fri, 002 Jan 2026 03:04:05 GMT\"")]
    [InlineData("\"Fri, 02 Jan 126 03:04:05 GMT\"")]
    [InlineData("\"Fri\"")]
    [InlineData("\"Fri Jan  2 03:04:05 2026 x\"")]
    [InlineData("\"Fri Jan 30 03:04\"")]
    [InlineData("\"2026-01-02T\"")]
    [InlineData("\"2026-01-02T03\"")]
    [InlineData("\"2026-1-2T03:04:05Z\"")]
    [InlineData("\"1,767,323,045\"")]
    [InlineData("253402300799.99999999")]
    [InlineData("253402300800")]
    [InlineData("946684799999")]
    [InlineData("253402300800000")]
    [InlineData("-62135596801")]
    [InlineData("1e300")]
    [InlineData("-99999999999999")]
    [InlineData("true")]
    [InlineData("{}")]
    public void What_is_no_timestamp_is_left_out(string text) => JsonReading.Omits(text, (ref JsonBodyReader json) => json.Timestamp());

    [Theory]
    [InlineData("2026-01-02T03:04:05.0000000Z", "1767323045", "2026-01-02T03:04:05Z", "Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("2026-01-02T03:04:05.6780000Z", "1767323045.678", "2026-01-02T03:04:05.678Z", "Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("2026-01-02T03:04:05.0509999Z", "1767323045.050", "2026-01-02T03:04:05.050Z", "Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("2026-01-02T05:04:05.0000000+02:00", "1767323045", "2026-01-02T03:04:05Z", "Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("1969-12-31T23:59:58.5000000Z", "-1.500", "1969-12-31T23:59:58.500Z", "Wed, 31 Dec 1969 23:59:58 GMT")]
    public void Timestamps_are_sent_to_the_millisecond(string instant, string epoch, string iso, string http)
    {
        var value = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

        Assert.Equal(epoch, WireTimestamp.ToText(value, TimestampFormat.EpochSeconds));
        Assert.Equal(iso, WireTimestamp.ToText(value, TimestampFormat.Iso8601));
        Assert.Equal(http, WireTimestamp.ToText(value, TimestampFormat.HttpDate));
    }

    [Fact]
    public void What_is_sent_is_read_back()
    {
        var random = new Random(11);
        for (var round = 0; round < 2_000; round++)
        {
            var value = DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(-62_135_596_800_000, 253_402_300_800_000));
            foreach (var format in (ReadOnlySpan<TimestampFormat>)[TimestampFormat.EpochSeconds, TimestampFormat.Iso8601])
            {
                var text = Encoding.ASCII.GetBytes(WireTimestamp.ToText(value, format));

                Assert.True(WireTimestampReader.TryParse(text, out var read));
                Assert.Equal(value, read);
            }
        }
    }
}
