using System;
using System.IO;
using System.Linq;
using DataZoneGen.Conformance.Tests.Suites;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>Where recordings are found, and what of them is compared.</summary>
public sealed class RecordingTests
{
    private const long MaxBytes = 1024 * 1024;

    [Theory]
    [InlineData("requests.jsonl")]
    [InlineData("responses.jsonl")]
    [InlineData("errors.jsonl")]
    [InlineData("paginators.jsonl")]
    [InlineData("idempotency.jsonl")]
    [InlineData("endpoints.jsonl")]
    public void TheRepositoryHasRecordingsOfDataZone(string file)
    {
        Assert.Contains("datazone", Recordings.All(file));
        Assert.NotEmpty(Recordings.Lines("datazone", file));
    }

    [Fact]
    public void TheRecordingsOfTheRepositoryAreSmall() =>
        Assert.InRange(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recordings"), "*", SearchOption.AllDirectories).Sum(static file => new FileInfo(file).Length), 1, MaxBytes);

    [Theory]
    [InlineData("{ \"customer\": \"..\" }", true)]
    [InlineData("{ \"customer\": \".\" }", true)]
    [InlineData("{ \"customer\": \"a\\n..\" }", false)]
    [InlineData("{ \"customer\": \"../a\" }", false)]
    public void ALabelIsADotSegmentOnlyAsAWhole(string input, bool hasDots) => Assert.Equal(hasDots, OracleRequests.HasDotLabel(Bakery.Order, Bakery.Json(input)));

    [Theory]
    [InlineData("{ \"path\": \"../a\" }", true)]
    [InlineData("{ \"path\": \"a/./b\" }", true)]
    [InlineData("{ \"path\": \"a\\n./b\" }", false)]
    public void AGreedyLabelHasSegments(string input, bool hasDots) => Assert.Equal(hasDots, OracleRequests.HasDotLabel(Bakery.SendPhoto, Bakery.Json(input)));

    [Fact]
    public void TheTypeOfAnAbsentBlobIsNotExpected()
    {
        var recorded = Bakery.Json("""{ "Content-Type": "application/octet-stream", "X-Note": "n" }""");
        Assert.Equal(["X-Note"], OracleRequests.ExpectedHeaders(Bakery.SendPhoto, recorded, hasBody: false).Keys);
        Assert.Equal(2, OracleRequests.ExpectedHeaders(Bakery.SendPhoto, recorded, hasBody: true).Count);
        Assert.Equal(2, OracleRequests.ExpectedHeaders(Bakery.Order, recorded, hasBody: false).Count);
    }

    [Theory]
    [InlineData("note", "\"3\"")]
    [InlineData("bread", "3")]
    public void ThePageSizeIsOfTheTypeOfItsMember(string limitKey, string expected) =>
        Assert.Equal(expected, OraclePaginators.WithPageSize(Bakery.Order, Bakery.Json("{}"), limitKey, 3).GetProperty(limitKey).GetRawText());
}
