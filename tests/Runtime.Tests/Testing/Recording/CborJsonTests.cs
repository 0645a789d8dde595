using System;
using System.Text.Json.Nodes;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Recording;

/// <summary>CBOR as JSON, and back.</summary>
public sealed class CborJsonTests
{
    [Theory]
    [InlineData("BF616101616220FF", """{"a":1,"b":-1}""")]
    [InlineData("A26161F5616280", """{"a":true,"b":[]}""")]
    [InlineData("9FF4F6F7FF", "[false,null,null]")]
    [InlineData("7F61C361A1FF", "\"\\u00E1\"")]
    [InlineData("7F626162C0", null)]
    [InlineData("7F6261626163FF", "\"abc\"")]
    [InlineData("A16161430102FF", """{"a":{"$blob":"AQL/"}}""")]
    [InlineData("A16161C1FB41D95A5F5DA00000", """{"a":{"$time":1701412214.5}}""")]
    [InlineData("81F93C00", "[1.0]")]
    [InlineData("81FB3FF8000000000000", "[1.5]")]
    [InlineData("81F97C00", """[{"$float":"Infinity"}]""")]
    [InlineData("1BFFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("61", null)]
    [InlineData("0000", null)]
    [InlineData("C20000", null)]
    public void Values_are_converted(string cbor, string? json)
    {
        if (json is null)
        {
            Assert.Throws<BodyFormatException>(() => CborJson.ToJson(Convert.FromHexString(cbor)));
            return;
        }

        Assert.Equal(json, CborJson.ToJson(Convert.FromHexString(cbor))!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"a":1,"b":[-7,true,false,null,"text",1.5,2.0,{"c":{}}],"d":{"$blob":"AQL/"},"e":{"$time":1701412214.5},"f":{"$float":"NaN"}}""")]
    public void What_is_converted_back_is_the_same(string json) => Assert.Equal(json, CborJson.ToJson(CborJson.ToCbor(JsonNode.Parse(json)!))!.ToJsonString());
}
