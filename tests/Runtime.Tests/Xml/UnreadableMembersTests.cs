using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

public class UnreadableMembersTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("<a>1</a>")]
    public void An_integer_that_is_none_omits_its_member(string content) => XmlReading.Omits(content, (ref XmlBodyReader xml) => xml.Int64());

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    public void An_integer_out_of_range_omits_its_member(string content) => XmlReading.Omits(content, (ref XmlBodyReader xml) => xml.Int32());

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("2")]
    public void A_text_that_is_no_boolean_omits_its_member(string content) => XmlReading.Omits(content, (ref XmlBodyReader xml) => xml.Boolean());

    [Fact]
    public void Other_texts_omit_their_member()
    {
        XmlReading.Omits("one", (ref XmlBodyReader xml) => xml.Double());
        XmlReading.Omits("one", (ref XmlBodyReader xml) => xml.Single());
        XmlReading.Omits("yesterday", (ref XmlBodyReader xml) => xml.Timestamp());
        XmlReading.Omits("?", (ref XmlBodyReader xml) => xml.Blob());
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("text<a>b<c/></a>&amp;")]
    [InlineData("&amp;<a/>")]
    public void An_element_with_children_is_no_text(string content) => XmlReading.Omits(content, (ref XmlBodyReader xml) => xml.String());

    [Theory]
    [InlineData("<r><list><i>1</i><i>x</i></list><flat>1</flat><n>5</n></r>", "0|1|5", 1)]
    [InlineData("<r><flat>1</flat><list><i>1</i></list><flat>x</flat><n>5</n><flat>y</flat></r>", "1|0|5", 1)]
    [InlineData("<r><list><i>x</i></list><flat>x</flat><n>x</n></r>", "0|0|0", 3)]
    public void A_list_with_an_item_that_cannot_be_read_is_omitted_as_a_whole(string text, string expected, int count)
    {
        var xml = new XmlBodyReader(Encoding.UTF8.GetBytes(text));
        Read(ref xml);
        Assert.Equal(count, xml.OmitUnreadable());
        Assert.Equal(expected, Read(ref xml));
        Assert.Equal(0, xml.OmitUnreadable());
    }

    [Fact]
    public void Members_of_the_same_name_in_other_objects_are_kept()
    {
        var xml = new XmlBodyReader("<r><list><i><n>x</n></i><i><n>2</n></i></list></r>"u8);
        Assert.Equal(2, Sum(ref xml));
        Assert.Equal(1, xml.OmitUnreadable());
        Assert.Equal(2, Sum(ref xml));
        Assert.Equal(0, xml.OmitUnreadable());

        static long Sum(ref XmlBodyReader xml)
        {
            var sum = 0L;
            while (xml.NextMember(out _))
            {
                while (xml.NextElement())
                {
                    while (xml.NextMember(out _))
                    {
                        sum += xml.Int64();
                    }
                }
            }

            return sum;
        }
    }

    [Fact]
    public void A_root_that_cannot_be_read_is_malformed()
    {
        Assert.Equal(0, XmlReading.Fails("<r>secret</r>", (ref XmlBodyReader xml) => xml.Int32()).BytePosition);
        var exception = XmlReading.Fails("<r><i>secret</i></r>", (ref XmlBodyReader xml) => xml.NextElement() ? xml.Int32() : 0);
        Assert.Equal(3, exception.BytePosition);
        Assert.DoesNotContain("secret", exception.ToString(), System.StringComparison.Ordinal);
    }

    private static string Read(ref XmlBodyReader xml)
    {
        int list = 0, flat = 0;
        var n = 0L;
        while (xml.NextMember(out var name))
        {
            if (name.Is("list"u8))
            {
                while (xml.NextElement())
                {
                    list += xml.Int32();
                }
            }
            else if (name.Is("flat"u8))
            {
                flat += xml.Int32();
            }
            else
            {
                n = xml.Int64();
            }
        }

        xml.End();
        return $"{list}|{flat}|{n}";
    }
}
