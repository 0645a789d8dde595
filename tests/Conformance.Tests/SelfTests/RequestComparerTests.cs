using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>The comparison of requests can fail, for each part of a request.</summary>
public sealed class RequestComparerTests
{
    private const string Input = """
        {
            "customer": "a b",
            "tags": ["x", "y"],
            "due": { "$timestamp": "2026-01-02T03:04:05.070Z" },
            "note": "now",
            "bread": { "flour": "RYE", "weight": 0.1 }
        }
        """;

    private readonly Differences _differences = new();

    [Fact]
    public async Task TheSameRequestIsEqual()
    {
        var sent = await Bakery.SendAsync(Input);
        var comparer = Comparer();
        comparer.Path("/customers/a%20b/orders", sent.Path);
        comparer.Query([new("due", "2026-01-02T03:04:05.070000Z"), new("tag", "x"), new("tag", "y")], sent.Query);
        comparer.Header("x-note", "now", sent.Header("X-Note"));
        comparer.Body("""{ "bread": { "weight": 0.10000000149011612, "flour": "RYE" } }"""u8.ToArray(), sent.Body);
        comparer.Length(sent);
        comparer.Signature(sent, Bakery.Facts);
        Assert.Empty(_differences.All);
    }

    [Theory]
    [InlineData("/customers/a+b/orders")]
    [InlineData("/customers/a%20b/orders/")]
    [InlineData("/customers/a%20B/orders")]
    public async Task AnotherPathIsReported(string path)
    {
        Comparer().Path(path, (await Bakery.SendAsync(Input)).Path);
        Assert.Single(_differences.All);
    }

    [Theory]
    [InlineData("due=2026-01-02T03:04:05.070Z&tag=y&tag=x")]
    [InlineData("due=2026-01-02T03:04:05.071Z&tag=x&tag=y")]
    [InlineData("due=1767323045.07&tag=x&tag=y")]
    [InlineData("due=2026-01-02T03:04:05.070Z&tag=x")]
    [InlineData("due=2026-01-02T03:04:05.070Z&tag=x&tag=y&tag=z")]
    [InlineData("due=2026-01-02T03:04:05.070Z&tag=x&tag=y&more=")]
    [InlineData("tag=x&tag=y")]
    public async Task AnotherQueryIsReported(string query)
    {
        var expected = new CapturedRequest("", "", "", query).Query;
        Comparer().Query(expected, (await Bakery.SendAsync(Input)).Query);
        Assert.Single(_differences.All);
    }

    [Theory]
    [InlineData("X-Note", "Now")]
    [InlineData("X-Other", "now")]
    public async Task AnotherHeaderIsReported(string name, string value)
    {
        Comparer().Header(name, value, (await Bakery.SendAsync(Input)).Header(name));
        Assert.Single(_differences.All);
    }

    [Theory]
    [InlineData("nuts,seeds", false, false)]
    [InlineData("nuts,seeds", true, true)]
    [InlineData("nuts, seeds", false, true)]
    [InlineData("nuts,see ds", true, false)]
    public async Task BlanksOfAListMatterUnlessTheyAreToBeIgnored(string list, bool areIgnored, bool isSame)
    {
        var sent = await Bakery.SendAsync("""{ "customer": "a", "without": ["nuts", "seeds"], "bread": { "flour": "RYE" } }""");
        new RequestComparer(Bakery.Client.Plan, Bakery.Order, _differences) { IgnoresBlanksOfLists = areIgnored }
            .Header("X-Without", list, sent.Header("X-Without"));
        Assert.Equal(isSame, !_differences.Any);
    }

    [Theory]
    [InlineData("""{ "bread": { "flour": "WHEAT", "weight": 0.1 } }""")]
    [InlineData("""{ "bread": { "flour": "RYE", "weight": 0.2 } }""")]
    [InlineData("""{ "bread": { "flour": "RYE", "weight": "0.1" } }""")]
    [InlineData("""{ "bread": { "flour": "RYE", "weight": 0.1, "sliced": true } }""")]
    [InlineData("""{ "bread": { "flour": "RYE" } }""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public async Task AnotherBodyIsReported(string body)
    {
        Comparer().Body(Encoding.UTF8.GetBytes(body), (await Bakery.SendAsync(Input)).Body);
        Assert.Single(_differences.All);
    }

    [Fact]
    public async Task AMissingLengthIsReported()
    {
        Comparer().Length(await Bakery.SendAsync(Input) with { ContentLength = null });
        Assert.Single(_differences.All);
    }

    private RequestComparer Comparer() => new(Bakery.Client.Plan, Bakery.Order, _differences);
}
