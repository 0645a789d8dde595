using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Architecture;

/// <summary>What only one room may know. These are words in the sources, which no rule about types can find.</summary>
public sealed partial class OwnershipTests
{
    [Fact]
    public void Only_the_model_knows_the_words_of_the_vocabularies() =>
        Assert.Empty(Find(VocabularyWord(), static path => !path.StartsWith("generator/Model/", StringComparison.Ordinal)));

    [Fact]
    public void Only_the_customizations_know_services_by_name() =>
        Assert.Empty(Find(ComparedService(), static path => path != "generator/Plan/ServiceCustomizations.cs"));

    [Fact]
    public void Only_the_customizations_of_the_runtime_name_services() => Assert.Empty(
        from path in Repository.Files("runtime", "*.cs")
        where path != "runtime/Customizations/ServiceCustomizations.cs"
        from match in ServiceName().Matches(Repository.Read(path)).Cast<Match>()
        select path + ": " + match.Value);

    [Fact]
    public void Emit_gets_finished_names() =>
        Assert.Empty(Find(UnfinishedName(), static path => path.StartsWith("generator/Emit/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("x is \"rfc822\"")]
    [InlineData("x == \"aws.auth#sigv4\"")]
    [InlineData("\"rest-json\" => 1")]
    public void A_word_of_a_vocabulary_is_found(string source) => Assert.Matches(VocabularyWord(), source);

    [Theory]
    [InlineData("metadata.ServiceId == \"Glacier\"")]
    [InlineData("metadata.ServiceId switch")]
    [InlineData("x is { ServiceId: \"Glacier\" }")]
    public void A_service_that_is_compared_is_found(string source) => Assert.Matches(ComparedService(), source);

    private static IEnumerable<string> Find(Regex pattern, Func<string, bool> isSearched) =>
        from path in Repository.Files("generator", "*.cs")
        where isSearched(path)
        from match in pattern.Matches(Repository.Read(path)).Cast<Match>()
        select path + ": " + match.Value;

    [GeneratedRegex("\"(iso8601|unixTimestamp|rfc822|date-time|epoch-seconds|http-date|none|bearer|v4|v4-unsigned-body|rest-json|restJson1|(aws|smithy)\\.[a-z]+#[^\"]*)\"")]
    private static partial Regex VocabularyWord();

    [GeneratedRegex("ServiceId\\)?\\s*((==|!=|is|:)\\s*\"|switch\\b|\\.Equals)")]
    private static partial Regex ComparedService();

    [GeneratedRegex("\"(DynamoDB|DynamoDB Streams|SQS|SFN|SWF|Kinesis|S3|Glacier)\"")]
    private static partial Regex ServiceName();

    [GeneratedRegex("ToLowerInvariant|PercentEncode|\\bRegex\\b|Type == \"")]
    private static partial Regex UnfinishedName();
}
