using System;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Architecture;

/// <summary>Message headers are added in one place, which checks them.</summary>
public sealed partial class HeaderSafetyTests
{
    [Fact]
    public void No_code_of_the_runtime_adds_a_header_past_the_check()
    {
        var places = Repository.Files("runtime", "*.cs")
            .Where(static path => !path.EndsWith("/MessageHeaders.cs", StringComparison.Ordinal) && AddsHeader().IsMatch(Repository.Read(path)));

        Assert.Empty(places);
    }

    [Theory]
    [InlineData("message.Headers.TryAddWithoutValidation(name, value);")]
    [InlineData("content.Headers.Add(name, value);")]
    [InlineData("message.Headers.Authorization = new(token);")]
    [InlineData("headers.UserAgent.ParseAdd(text);")]
    [InlineData("content.Headers.ContentType = type;")]
    public void Code_that_adds_one_is_found(string source) => Assert.Matches(AddsHeader(), source);

    // A number and a Boolean cannot contain invalid characters.
    [GeneratedRegex(@"TryAddWithoutValidation|(?<!Message)Headers\.Add\(|ParseAdd\(|Headers\.(?!(ContentLength|ExpectContinue)\b)\w+ = ")]
    private static partial Regex AddsHeader();
}
