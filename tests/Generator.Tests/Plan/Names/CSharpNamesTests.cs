using DataZoneGen.Generator.Plan.Names;

namespace DataZoneGen.Generator.Tests.Plan.Names;

public sealed class CSharpNamesTests
{
    [Theory]
    [InlineData("domainIdentifier", "DomainIdentifier")]
    [InlineData("DomainIdentifier", "DomainIdentifier")]
    [InlineData("x-amz-meta", "XAmzMeta")]
    [InlineData("snake_case_name", "SnakeCaseName")]
    [InlineData("ARN", "ARN")]
    [InlineData("s3Uri", "S3Uri")]
    [InlineData("a.b:c d", "ABCD")]
    [InlineData("__type", "Type")]
    [InlineData("2nd", "_2nd")]
    [InlineData("class", "Class")]
    [InlineData("über", "Über")]
    [InlineData("名前", "名前")]
    [InlineData("", "Empty")]
    [InlineData("---", "Empty")]
    public void Names_are_Pascal_cased_and_keep_their_capitals(string name, string expected) => Assert.Equal(expected, CSharpNames.Pascal(name));

    [Theory]
    [InlineData("PARTIALLY_SUCCEEDED", "PartiallySucceeded")]
    [InlineData("InProgress", "InProgress")]
    [InlineData("inProgress", "InProgress")]
    [InlineData("ETC_GMT_ADD_0", "EtcGmtAdd0")]
    [InlineData("t2.micro", "T2Micro")]
    [InlineData("us-east-1", "UsEast1")]
    [InlineData("SHA256", "Sha256")]
    [InlineData("AWS/EC2", "AwsEc2")]
    [InlineData("1.0", "_10")]
    [InlineData("*", "Empty")]
    [InlineData("", "Empty")]
    public void Enum_values_are_split_into_words(string value, string expected) => Assert.Equal(expected, CSharpNames.EnumValue(value));

    [Theory]
    [InlineData("DomainId", "domainId")]
    [InlineData("ARN", "arn")]
    [InlineData("ARNOfRole", "arnOfRole")]
    [InlineData("X", "x")]
    [InlineData("Class", "@class")]
    [InlineData("_2nd", "_2nd")]
    public void Locals_begin_in_lower_case_and_keywords_get_an_at(string pascal, string expected) => Assert.Equal(expected, CSharpNames.Camel(pascal));

    [Theory]
    [InlineData("Data Zone", "DataZone")]
    [InlineData("DataZone", "DataZone")]
    [InlineData("data-zone.v2", "dataZoneV2")]
    [InlineData("42", "_42")]
    [InlineData("", "_")]
    [InlineData("class", "@class")]
    public void Parts_of_a_namespace_are_cleaned(string text, string expected) => Assert.Equal(expected, Identifiers.Clean(text));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\r\n\t\0", "\"\\u000D\\u000A\\u0009\\u0000\"")]
    [InlineData("é\u2028\uD83D\uDE00", "\"\\u00E9\\u2028\\uD83D\\uDE00\"")]
    [InlineData("{}", "\"{}\"")]
    public void Literals_hold_printable_ASCII_only(string value, string expected) => Assert.Equal(expected, Literals.String(value));
}
