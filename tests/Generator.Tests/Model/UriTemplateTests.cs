using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model;

public sealed class UriTemplateTests
{
    private const string Smithy = """{"smithy": "2.0", "shapes": {"a#O": {"type": "operation", "traits": {""";

    [Theory]
    [InlineData("/", "/", "")]
    [InlineData("/v2/domains", "/v2/domains", "")]
    [InlineData("/a/{b}", "/a/ <b>", "")]
    [InlineData("/{a}{b}", "/ <a> <b>", "")]
    [InlineData("/{a}/x/{b}/", "/ <a> /x/ <b> /", "")]
    [InlineData("/{key+}", "/ <<key>>", "")]
    [InlineData("/{bucket}/{key+}?list-type=2&acl", "/ <bucket> / <<key>>", "list-type=2 acl")]
    [InlineData("/a?", "/a", "")]
    [InlineData("/a?&x=1&&y", "/a", "x=1 y")]
    [InlineData("/a}b", "/a}b", "")]
    public void Is_cut_into_text_labels_and_constant_parameters(string text, string path, string query)
    {
        var template = UriTemplate.Parse(text);

        Assert.NotNull(template);
        Assert.Equal(path, string.Join(" ", template.Path.Select(Show)));
        Assert.Equal(query, string.Join(" ", template.Query));
    }

    [Theory]
    [InlineData("")]
    [InlineData("widgets")]
    [InlineData("?x=1")]
    [InlineData("/{}")]
    [InlineData("/{+}")]
    [InlineData("/{a")]
    [InlineData("/a/{b?c}")]
    public void Malformed_text_is_no_template(string text) => Assert.Null(UriTemplate.Parse(text));

    [Fact]
    public void Templates_of_the_same_parts_are_equal()
    {
        Assert.Equal(UriTemplate.Parse("/a/{b}?c"), UriTemplate.Parse("/a/{b}?&c"));
        Assert.NotEqual(UriTemplate.Parse("/a/{b}"), UriTemplate.Parse("/a/{b+}"));
    }

    [Theory]
    [InlineData("""{"operations": {"O": {"http": {"requestUri": "widgets"}}}}""", 46, "'requestUri' must be a path from '/' on, with labels in braces, but is 'widgets'")]
    [InlineData("""{"operations": {"O": {"http": {"requestUri": "/{"}}}}""", 46, "'requestUri' must be a path from '/' on, with labels in braces, but is '/{'")]
    [InlineData("""{"operations": {"O": {"endpoint": {"hostPrefix": "{id"}}}}""", 50, "'hostPrefix' must be a host prefix, with labels in braces, but is '{id'")]
    [InlineData(Smithy + "\"smithy.api#http\": {\"method\": \"GET\", \"uri\": \"?\"}}}}}", 114, "'uri' must be a path from '/' on, with labels in braces, but is '?'")]
    [InlineData(Smithy + "\"smithy.api#endpoint\": {\"hostPrefix\": \"{}\"}}}}}", 108, "'hostPrefix' must be a host prefix, with labels in braces, but is '{}'")]
    public void Malformed_text_is_reported_at_its_place_and_spoils_the_operation(string model, int column, string message)
    {
        var file = Reading.File(model);

        Assert.Equal([string.Create(CultureInfo.InvariantCulture, $"model.json(1,{column}): DZG003: {message}")], Reading.Describe(file.Diagnostics));
        Assert.True(Assert.Single(file.Operations).IsInvalid);
    }

    [Fact]
    public void Names_its_labels() => Assert.Equal(["a", "b"], UriTemplate.Parse("/{a}/{b+}?c={d}")!.Labels);

    private static string Show(UriPart part) => part switch
    {
        { IsGreedy: true } => "<<" + part.Text + ">>",
        { IsLabel: true } => "<" + part.Text + ">",
        _ => part.Text,
    };
}
