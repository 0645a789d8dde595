using System;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>What the generator reports while it plans the code of a client: names, paginators, waiters and endpoint rules.</summary>
public sealed class PlanDiagnosticTests
{
    [Fact]
    [Trait("Rule", "DZG014")]
    public Task A_name_that_is_changed() => DiagnosticVerifier.VerifyFileAsync(
        """
        {"operations": {"Broken": {"http": {"method": "GET", "requestUri": "/"}, "output": {"shape": "BrokenOutput"}}},
         "shapes": {"BrokenOutput": {"type": "structure", "members": {
           {|#0:"metadata"|}: {"shape": "String"}}}}}
        """,
        new DiagnosticResult(DiagnosticDescriptors.Renamed).WithLocation(0).WithArguments("BrokenOutput.metadata", "MetadataValue", "'Metadata' is already used"));

    [Fact]
    [Trait("Rule", "DZG015")]
    public Task A_paginator_that_does_not_fit() => DiagnosticVerifier.VerifyFileAsync(
        """
        {"pagination": {
          {|#0:"GetWidget"|}: {"input_token": "a", "output_token": "b"}}}
        """,
        new DiagnosticResult(DiagnosticDescriptors.InvalidPaginator).WithLocation(0).WithArguments("GetWidget", "the input has no member 'a'"));

    [Fact]
    [Trait("Rule", "DZG016")]
    public Task A_waiter_that_does_not_fit() => DiagnosticVerifier.VerifyFileAsync(
        """
        {"waiters": {
          "Done": {"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [
            {|#0:{|}"matcher": "path", "argument": "status", "expected": "x", "state": "success"}]}}}
        """,
        new DiagnosticResult(DiagnosticDescriptors.InvalidWaiter).WithLocation(0).WithArguments("Done", "'status': GetWidgetResponse has no member 'status', at offset 0"));

    [Fact]
    [Trait("Rule", "DZG017")]
    public Task Endpoint_rules_that_cannot_be_compiled() => VerifyRulesAsync(
        """
          {|#0:{|}"parameters": {}, "rules": [{"conditions": [{"fn": "guess", "argv": []}], "endpoint": {"url": "https://x"}}]}
        """,
        new DiagnosticResult(DiagnosticDescriptors.UnsupportedEndpointRules).WithLocation(0).WithArguments("Widgets", "the function 'guess' is not supported"));

    [Fact]
    [Trait("Rule", "DZG019")]
    public Task A_service_without_endpoint_rules() => DiagnosticVerifier.VerifyAsync(
        [new ModelText(Widgets.Path, new Widgets().Service.Replace("\"metadata\": {", "\"metadata\": {|#0:{|}", StringComparison.Ordinal))],
        [new DiagnosticResult(DiagnosticDescriptors.MissingEndpointRules).WithLocation(0).WithArguments("Widgets")]);

    [Theory]
    [Trait("Rule", "DZG027")]
    [InlineData("acme", null, "acme")]
    [InlineData("acme", "sigv4-s3express", "acme, sigv4-s3express")]
    [InlineData("acme", "sigv4", null)]
    [InlineData("acme", "sigv4a", null)]
    public Task A_signing_algorithm_that_is_not_supported(string first, string? second, string? reported)
    {
        static string Rule(string scheme, string condition) =>
            "{\"conditions\": [" + condition + "], \"endpoint\": {\"url\": \"https://x\", \"properties\": {\"authSchemes\": [{\"name\": \"" + scheme + "\"}]}}}";

        var rules = Rule(first, "{\"fn\": \"isSet\", \"argv\": [{\"ref\": \"Region\"}]}") + (second is null ? "" : "," + Rule(second, ""));
        return VerifyRulesAsync(
            """
            {|#0:{|}"parameters": {"Region": {"builtIn": "AWS::Region", "type": "string"}}, "rules": [{"conditions": [], "rules": [RULES]}]}
            """.Replace("RULES", rules, StringComparison.Ordinal),
            reported is null ? [] : [new DiagnosticResult(DiagnosticDescriptors.UnsupportedSignature).WithLocation(0).WithArguments("Widgets", reported)]);
    }

    private static Task VerifyRulesAsync(string rules, params DiagnosticResult[] expected) => DiagnosticVerifier.VerifyAsync(
        [new ModelText(Widgets.Path, new Widgets().Service), new ModelText(DiagnosticVerifier.Path, rules)], expected);
}
