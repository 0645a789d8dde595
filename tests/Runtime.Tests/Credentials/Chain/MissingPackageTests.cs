using System;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Chain;

/// <summary>What needs DataZoneGen.Credentials.Sdk says so in a program without it.</summary>
public sealed class MissingPackageTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("AWS_PROFILE", "role", "The role of the profile 'role'")]
    [InlineData("TEST_PROFILE", "role", "The role of the profile 'role'")]
    [InlineData("AWS_PROFILE", "person", "The SSO session of the profile 'person'")]
    [InlineData("TEST_PROFILE", "tool", "The credential_process of the profile 'tool'")]
    public async Task What_a_profile_needs_a_package_for_is_told_with_the_package(string variable, string profile, string use)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, AwsHome.RoleProfile + AwsHome.SignOnProfile + "[profile tool]\ncredential_process = x\nregion = eu-west-1\n", (variable, profile), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains($"AwsCredentialsException: {use} needs the package DataZoneGen.Credentials.Sdk. Run 'dotnet add package", output, StringComparison.Ordinal);
        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task A_web_identity_in_the_environment_needs_the_package_too()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, config: "", ("AWS_REGION", "eu-west-1"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"),
            ("AWS_WEB_IDENTITY_TOKEN_FILE", _home.WriteToken()), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("needs the package DataZoneGen.Credentials.Sdk", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bearer_token_of_single_sign_on_needs_the_package_too()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, AwsHome.SignOnProfile, ("AWS_PROFILE", "person"), ("TEST_BEARER", "1"), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("The SSO session of the profile 'person' needs the package DataZoneGen.Credentials.Sdk", output, StringComparison.Ordinal);
    }
}
