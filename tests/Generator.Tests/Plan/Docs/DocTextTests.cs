using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Tests.Robustness;

namespace DataZoneGen.Generator.Tests.Plan.Docs;

public sealed class DocTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("<p></p>", "")]
    [InlineData("Plain text.", "Plain text.")]
    [InlineData("  Blanks \t and\nline breaks  ", "Blanks and line breaks")]
    [InlineData("<p>One.</p><p>Two.</p>", "One. | Two.")]
    [InlineData("<p>One.</p>\n  <P class=\"x\">Two.</P>", "One. | Two.")]
    [InlineData("One.\n\nTwo.", "One. | Two.")]
    [InlineData("One.<br/>Two.", "One. | Two.")]
    [InlineData("<ul><li>a b</li><li>c d</li></ul>", "<list type=\"bullet\"><item><description>a b</description></item><item><description>c d</description></item></list>")]
    [InlineData("Use <code>x</code>, <a href=\"u>v\">y</a> and <i>z</i>.", "Use <c>x</c>, v\"&gt;y and z.")]
    [InlineData("See <a href=\"https://a.example/b?c=1&amp;d=2#e\">the <i>page</i></a>.", "See <see href=\"https://a.example/b?c=1&amp;d=2#e\">the page</see>.")]
    [InlineData("<A class='x' HREF = 'http://a.example/\"'>a b</A>", "<see href=\"http://a.example/&quot;\">a b</see>")]
    [InlineData("<a href=\"API_Get.html\">a</a>, <a href=\"javascript:x\">b</a>, <a name=\"x\">c</a>, <a href=\"https://a b\">d</a>", "a, b, c, d")]
    [InlineData("<a href=\"https://a\"><code>x</code> y</a> z <code>c <a href=\"https://b\">d</a></code> e", "<see href=\"https://a\">x y</see> z <c>c d</c> e")]
    [InlineData("One <code>two<p>three</code> four <code></code><a href=\"https://a\"> </a>five</a>", "One <c>two</c> | three four five")]
    [InlineData("<code> A &lt; b </code>c", "<c>A &lt; b</c> c")]
    [InlineData("<p>Any:</p><ol> <li><p>a <code>b</code></p><p>c</p></li><li>d<ul><li>e</li></ul></li></ol><p>End.</p>",
        "Any: | <list type=\"number\"><item><description>a <c>b</c> c</description></item><item><description>d</description></item><item><description>e</description></item></list> | End.")]
    [InlineData("<dl><dt>A</dt><dd>b</dd><dt>C</dt><dt>D</dt></dl>",
        "<list type=\"bullet\"><item><term>A</term><description>b</description></item><item><description>C</description></item><item><description>D</description></item></list>")]
    [InlineData("<ul><li>a<li><code>b", "<list type=\"bullet\"><item><description>a</description></item><item><description><c>b</c></description></item></list>")]
    [InlineData("</ul>A b.</li></dt></ol><ul></ul>C d.", "A b. | C d.")]
    [InlineData("a <!-- hidden <p> --> b", "a b")]
    [InlineData("1 < 2 && 3 > 2", "1 &lt; 2 &amp;&amp; 3 &gt; 2")]
    [InlineData("&lt;b&gt; &amp;amp; &quot;q&quot; &#39;r&apos;&nbsp;s", "&lt;b&gt; &amp;amp; \"q\" 'r' s")]
    [InlineData("&unknown; &", "&amp;unknown; &amp;")]
    [InlineData("A&#8212;B &#xE9;&#X3c; &#x1F600;", "A\u2014B \u00E9&lt; ??")]
    [InlineData("&#0; &#xD800; &#x110000; &#; &#x; &#99999999999;", "&amp;#0; &amp;#xD800; &amp;#x110000; &amp;#; &amp;#x; &amp;#99999999999;")]
    [InlineData("An <unclosed tag", "An &lt;unclosed tag")]
    [InlineData("An <!-- unclosed comment", "An &lt;!-- unclosed comment")]
    [InlineData("</p></b></nothing>Text", "Text")]
    [InlineData("<b>Text", "Text")]
    [InlineData("<ul><li><p>Nested words.</p></li></ul>", "<list type=\"bullet\"><item><description>Nested words.</description></item></list>")]
    [InlineData("A\u0000B\u001FC\uFFFED\u2028E", "A B C D E")]
    [InlineData("<pre>x</pre><prefix>y</prefix>", "xy")]
    [InlineData("<h2>Title</h2>Text", "Title | Text")]
    [InlineData("a <1> b </> c <-", "a &lt;1&gt; b &lt;/&gt; c &lt;-")]
    public void Markup_becomes_paragraphs_of_escaped_text(string? documentation, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join(" | ", DocText.Paragraphs(documentation)));

    // Read again and again, a text of this length would take hours: the limit is there to end that.
    [Theory(Timeout = 120_000)]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<!--")]
    [InlineData("</p")]
    [InlineData("<p ")]
    [InlineData("\n \n")]
    [InlineData("\n")]
    [InlineData("&")]
    [InlineData("<!-- -->")]
    [InlineData("<a href='https://a'>")]
    [InlineData("<ul><li>a")]
    [InlineData("<dt>a</dt>")]
    public async Task Long_malformed_markup_is_read_in_one_pass(string part) =>
        Assert.NotNull(await Task.Run(() => DocText.Paragraphs(string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length)))));

    [Fact]
    public void Any_text_gives_well_formed_XML()
    {
        const string Seedling = "<p>One &amp; <code>two</code>.</p>\n\n<ul><li>three <a href=\"https://a/?b&c\">d</a></li><dt>e</dt><dd>f</dd></ul><!-- c --> 1 < 2 ]]> \u0001\u2028\uFFFF <a href='x'>é</a>";
        foreach (var seed in FuzzTime.Seeds(3_000))
        {
            foreach (var paragraph in DocText.Paragraphs(Mutations.Of(Seedling, new System.Random(seed))))
            {
                Assert.DoesNotContain('\n', paragraph);
                Assert.NotNull(XElement.Parse("<summary>" + paragraph + "</summary>"));
            }
        }
    }
}
