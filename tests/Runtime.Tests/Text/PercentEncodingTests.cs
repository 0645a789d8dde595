using System;
using System.Linq;
using System.Text;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Text;

/// <summary>The framework's encoding of RFC 3986 has the same rules.</summary>
public sealed class PercentEncodingTests
{
    /// <summary>Each character, after an unreserved one and before one.</summary>
    private static readonly string AllCharacters = string.Concat(
        Enumerable.Range(0, char.MaxValue + 1).Where(static code => !char.IsSurrogate((char)code)).Select(static code => "a" + (char)code)) + "b😀";

    [Fact]
    public void EachCharacterIsEncodedLikeTheFramework()
    {
        var buffer = new Utf8Buffer();

        PercentEncoding.Write(buffer, AllCharacters);

        Assert.Equal(Uri.EscapeDataString(AllCharacters), Encoding.ASCII.GetString(buffer.Written));
    }

    [Fact]
    public void EachByteIsEncodedLikeTheFramework()
    {
        var buffer = new Utf8Buffer();

        PercentEncoding.Write(buffer, Encoding.UTF8.GetBytes(AllCharacters));

        Assert.Equal(Uri.EscapeDataString(AllCharacters), Encoding.ASCII.GetString(buffer.Written));
    }

    [Fact]
    public void PathsKeepTheirSlashes()
    {
        var buffer = new Utf8Buffer();

        PercentEncoding.WritePath(buffer, Encoding.UTF8.GetBytes(AllCharacters));

        Assert.Equal(Uri.EscapeDataString(AllCharacters).Replace("%2F", "/", StringComparison.Ordinal), Encoding.ASCII.GetString(buffer.Written));
    }

    [Fact]
    public void ALoneSurrogateIsTheReplacementCharacter()
    {
        var buffer = new Utf8Buffer();

        PercentEncoding.Write(buffer, "a\uD83D/");

        Assert.Equal("a%EF%BF%BD%2F", Encoding.ASCII.GetString(buffer.Written));
    }
}
