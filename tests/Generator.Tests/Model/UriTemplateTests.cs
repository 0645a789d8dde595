using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Tests.Model;

public sealed class UriTemplateTests
{
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
    public void Names_its_labels() => Assert.Equal(["a", "b"], UriTemplate.Parse("/{a}/{b+}?c={d}")!.Labels);

    private static string Show(UriPart part) => part switch
    {
        { IsGreedy: true } => "<<" + part.Text + ">>",
        { IsLabel: true } => "<" + part.Text + ">",
        _ => part.Text,
    };
}
