using System.Text;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Storage;

public sealed class XmlRootTests
{
    [Theory]
    [InlineData("<Error><Code>A</Code></Error>")]
    [InlineData("<Error/>")]
    [InlineData("<a:Error xmlns:a='b'></a:Error>")]
    [InlineData("\uFEFF<?xml version='1.0'?>\n<!-- <Result/> -->\n<Error ></Error>\n")]
    public void An_error_is_found(string document) => Assert.True(Find(document));

    [Theory]
    [InlineData("<Result><A>")]
    [InlineData("<Result><A></A>")]
    [InlineData("<Result><A/>")]
    [InlineData("<Result><A>1</A")]
    [InlineData("<Result>text")]
    [InlineData("<Resu")]
    [InlineData("<")]
    [InlineData("<?xml version='1.0'")]
    [InlineData("<?xml version='1.0'?>")]
    [InlineData("<!-- comment")]
    public void A_document_that_ends_early_is_found(string document) => Assert.True(Find(document));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("{\"Error\": 1}")]
    [InlineData("plain text")]
    [InlineData("<Result><Error></Error></Result>")]
    [InlineData("<Errors></Errors>")]
    [InlineData("<Result/>")]
    [InlineData("<a:Result xmlns:a='b' >x</a:Result >\n")]
    [InlineData("<Result></Result><!-- comment -->")]
    public void Other_text_is_left_alone(string document) => Assert.False(Find(document));

    private static bool Find(string document) => XmlRoot.IsIncompleteOrNamed(Encoding.UTF8.GetBytes(document), "Error"u8);
}
