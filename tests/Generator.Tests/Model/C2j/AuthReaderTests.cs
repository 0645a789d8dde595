using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.C2j;

public sealed class AuthReaderTests
{
    [Theory]
    [InlineData("""{}""", "", false)]
    [InlineData("""{"auth": ["aws.auth#sigv4", "smithy.api#httpBearerAuth", "smithy.api#noAuth"]}""", "SigV4, Bearer, None", false)]
    [InlineData("""{"auth": ["aws.auth#sigv4a"]}""", "Unsupported aws.auth#sigv4a", false)]
    [InlineData("""{"unsignedPayload": true}""", "", true)]
    [InlineData("""{"authtype": "v4"}""", "SigV4", false)]
    [InlineData("""{"authtype": "v4-unsigned-body"}""", "SigV4", true)]
    [InlineData("""{"authtype": "none"}""", "None", false)]
    [InlineData("""{"authtype": "bearer"}""", "Bearer", false)]
    [InlineData("""{"authtype": "custom"}""", "Unsupported custom", false)]
    [InlineData("""{"authtype": "none", "auth": ["aws.auth#sigv4"]}""", "None", false)]
    public void The_schemes_of_an_operation_are_read_and_an_authtype_goes_first(string operation, string expected, bool isUnsigned)
    {
        var read = Assert.Single(Reading.File("{\"operations\": {\"O\": " + operation + "}}").Operations);

        Assert.Equal((expected, isUnsigned), (Show(read.Auth), read.IsUnsignedPayload));
    }

    [Theory]
    [InlineData(""" "signatureVersion": "v4" """, "")]
    [InlineData(""" "signatureVersion": "bearer" """, "Bearer")]
    [InlineData(""" "signatureVersion": "bearer", "auth": ["smithy.api#noAuth"] """, "None")]
    public void The_schemes_of_a_service_go_before_the_version_of_its_signature(string metadata, string expected) =>
        Assert.Equal(expected, Show(Reading.File("{\"metadata\": {\"serviceId\": \"W\", " + metadata + "}}").Metadata!.Auth));

    private static string Show(EquatableArray<AuthScheme> schemes) => string.Join(", ", schemes.Select(static scheme => (scheme.Kind + " " + scheme.UnsupportedName).Trim()));
}
