using System;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyServiceTests
{
    [Fact]
    public void Metadata_are_what_a_C2J_model_says()
    {
        var metadata = Metadata("""
            "aws.api#service": {"sdkId": "Acme Widgets", "endpointPrefix": "w", "docId": "w-1"}, "aws.auth#sigv4": {"name": "ws"},
            "aws.protocols#restJson1": {}, "smithy.api#title": "Acme's Widgets"
            """);

        Assert.Equal(
            new ServiceMetadata("Acme Widgets", metadata.SourceLocation)
            {
                Protocols = [ServiceProtocol.RestJson],
                ServiceFullName = "Acme's Widgets",
                SigningName = "ws",
                EndpointPrefix = "w",
                ApiVersion = "2024-01-01",
                Auth = [AuthScheme.SigV4],
                Uid = "w-1",
            },
            metadata);
    }

    [Fact]
    public void What_is_not_said_follows_from_the_names()
    {
        var metadata = Metadata("""
            "aws.api#service": {"sdkId": "Acme Widgets", "arnNamespace": "wdg"}, "aws.protocols#restJson1": {}
            """);

        Assert.Equal(("wdg", "acme-widgets-2024-01-01"), (metadata.EndpointPrefix, metadata.Uid));
    }

    [Fact]
    public void A_service_that_is_not_of_AWS_has_the_name_of_its_shape()
    {
        var metadata = Metadata("""
            "aws.protocols#restJson1": {}
            """);

        Assert.Equal(("WidgetService", "widgetservice"), (metadata.ServiceId, metadata.EndpointPrefix));
    }

    [Theory]
    [InlineData("aws.protocols#restJson1", nameof(ProtocolKind.RestJson), "rest-json")]
    [InlineData("aws.protocols#restXml", nameof(ProtocolKind.RestXml), "rest-xml")]
    [InlineData("aws.protocols#awsJson1_1", nameof(ProtocolKind.AwsJson11), "json")]
    [InlineData("smithy.protocols#rpcv2Cbor", nameof(ProtocolKind.RpcV2Cbor), "smithy-rpc-v2-cbor")]
    [InlineData("acme#carrierPigeon", nameof(ProtocolKind.Unknown), "unknown")]
    public void Protocols_have_their_names_in_C2J(string trait, string kind, string name) =>
        Assert.Equal([new ServiceProtocol(Enum.Parse<ProtocolKind>(kind), name)], Metadata("\"" + trait + "\": {}").Protocols);

    [Theory]
    [InlineData(""" "aws.auth#sigv4": {"name": "w"} """, "SigV4")]
    [InlineData(""" "smithy.api#httpBearerAuth": {}, "aws.auth#sigv4": {"name": "w"} """, "SigV4, Bearer")]
    [InlineData(""" "aws.auth#sigv4": {"name": "w"}, "smithy.api#httpBearerAuth": {}, "smithy.api#auth": ["smithy.api#httpBearerAuth"] """, "Bearer")]
    [InlineData(""" "aws.auth#sigv4": {"name": "w"}, "smithy.api#auth": [] """, "None")]
    [InlineData(""" "aws.protocols#restJson1": {} """, "None")]
    public void A_service_authenticates_by_the_schemes_it_lists_or_else_by_all_it_has(string traits, string expected) =>
        Assert.Equal(expected, string.Join(", ", Metadata(traits).Auth.Select(static scheme => scheme.Kind)));

    [Fact]
    public void Endpoint_rules_are_read_from_their_trait()
    {
        var rules = new SmithyWidgets { ServiceTraits = "\"smithy.rules#endpointRuleSet\": " + Widgets.EndpointRules }.Read().EndpointRules;

        Assert.Equal(
            Reading.File(Widgets.EndpointRules).EndpointRules! with { SourceLocation = default },
            rules! with { SourceLocation = default });
    }

    [Fact]
    public void Endpoint_rules_in_a_file_of_their_own_come_before_those_of_the_model()
    {
        var older = Widgets.EndpointRules.Replace("example.com", "example.org", System.StringComparison.Ordinal);
        var model = new SmithyWidgets { ServiceTraits = "\"aws.protocols#restJson1\": {}, \"smithy.rules#endpointRuleSet\": " + older };

        Assert.Equal(Widgets.EndpointRulesFile.Path, Reading.Service(model.File, Widgets.EndpointRulesFile).EndpointRules?.SourceLocation.Path);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2.0")]
    [InlineData("2.1")]
    public void Version_2_is_known(string version) =>
        Assert.Empty(Reading.File("{\"smithy\": \"" + version + "\", \"shapes\": {}}").Diagnostics);

    [Fact]
    public void One_file_describes_one_service() => Assert.Equal(
        [
            "model.json(1,56): DZG002: This file contains no service model, paginators, waiters or endpoint rules: "
                + "it describes several services, 'A' and 'B'",
        ],
        Reading.Describe(Reading.File("""{"smithy": "2.0", "shapes": {"a#A": {"type":"service"},"a#B": {"type": "service"}}}""").Diagnostics));

    [Fact]
    public void A_file_without_a_service_extends_the_service_next_to_it()
    {
        var service = Reading.Service(
            new Verifier.ModelText("a.json", """{"metadata": {"serviceId": "Widgets", "protocol": "rest-json"}}"""),
            new Verifier.ModelText("b.json", """
                {"smithy": "2.0", "shapes": {
                  "acme#GetWidget": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}}},
                  "acme#Size": {"type": "integer"},
                  "acme#Reader": {"type": "structure", "traits": {"smithy.api#trait": {}}},
                  "acme#Basis": {"type": "structure", "traits": {"smithy.api#mixin": {}}}}}
                """));

        Assert.Equal(["GetWidget"], service.Operations.Select(static o => o.Name));
        Assert.Equal(["Size"], service.Shapes.Select(static s => s.Name));
    }

    private static ServiceMetadata Metadata(string traits) => Assert.IsType<ServiceMetadata>(new SmithyWidgets { ServiceTraits = traits }.Read().Metadata);
}
