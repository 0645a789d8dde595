using System;
using System.Collections.Generic;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Customizations;

public sealed class MessageChecksumsTests
{
    /// <summary>The MD5 of <c>hello</c>.</summary>
    private const string OfHello = "5d41402abc4b2a76b9719d911017c592";

    /// <summary>
    /// The MD5 of the attributes in the order of their names: each has its name, its type, 1 for a string or 2 for binary, and its value; lengths of four
    /// bytes are before the name, the type and the value.
    /// </summary>
    private const string OfAttributes = "f8cd76add29b7a5f68463791712a360b";

    private static readonly Dictionary<string, (string? DataType, string? StringValue, ReadOnlyMemory<byte>? BinaryValue)> Attributes = new(StringComparer.Ordinal)
    {
        ["b"] = ("Binary", null, new byte[] { 1, 2 }),
        ["B"] = ("Number.int", "7", null),
        ["ä"] = ("String", "\u00e9", null),
    };

    [Theory]
    [InlineData("hello", OfHello)]
    [InlineData("hello", "5D41402ABC4B2A76B9719D911017C592")]
    [InlineData("hello", null)]
    [InlineData("hello", "")]
    [InlineData("hello", "MD5OfBody")]
    [InlineData("hello", "5d41402abc4b2a76b9719d911017c59z")]
    [InlineData(null, OfHello)]
    [InlineData("h\u00e9", "33fcd01258e6ba07ef405dc9e721f3a7")]
    [InlineData("h\u00e9", OfHello, true)]
    public void A_body_must_match_its_checksum(string? body, string? md5, bool isDifferent = false) =>
        Assert.Equal(isDifferent, Record.Exception(() => MessageChecksums.CheckBody("m-1", body, md5)) is ChecksumMismatchException);

    [Fact]
    public void A_long_body_is_checked()
    {
        var body = new string('x', 100_000);
        const string Md5 = "d5816f35916d1d9482fb0f1ec201101d";

        MessageChecksums.CheckBody("m-1", body, Md5);
        Assert.Throws<ChecksumMismatchException>(() => MessageChecksums.CheckBody("m-1", body + "x", Md5));
    }

    [Fact]
    public void The_error_names_the_message_and_quotes_nothing_of_it()
    {
        var exception = Assert.Throws<ChecksumMismatchException>(() => MessageChecksums.CheckBody("m-\n1", "secret", OfHello));

        Assert.Equal("The body of message 'm-?1' is not the same for the client and the service: the MD5 is different.", exception.Message);
    }

    [Fact]
    public void Attributes_must_match_their_checksum()
    {
        Check(Attributes, OfAttributes);
        Check(Attributes, OfAttributes.ToUpperInvariant());
        Check(Attributes, null);
        Check(Attributes, "MD5OfMessageAttributes");
        Check(null, OfAttributes);
        Check([], OfAttributes);
        Assert.Throws<ChecksumMismatchException>(() => Check(Attributes, OfHello));
        Assert.Throws<ChecksumMismatchException>(() => Check(new() { ["B"] = ("Number.int", "7", null) }, OfAttributes));
    }

    [Fact]
    public void Attributes_with_values_of_another_kind_are_not_checked() => Check(new() { ["a"] = ("String.list", null, null) }, OfHello);

    private static void Check(Dictionary<string, (string? DataType, string? StringValue, ReadOnlyMemory<byte>? BinaryValue)>? attributes, string? md5) =>
        MessageChecksums.CheckAttributes("m-1", attributes, md5, static value => value);
}
