using System;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sdk;

/// <summary>Providers with the credentials of a profile, against a fake of STS, in a process of its own that registers nothing else.</summary>
public sealed class ForProfileTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("ForProfile:role", "")]
    [InlineData("ForProfile:role", "base")]
    [InlineData("ForProfile:", "role")]
    public async Task A_provider_has_the_credentials_of_the_profile_else_of_the_environment(string provider, string profile)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, AwsHome.RoleProfile, ("TEST_PROVIDER", provider), ("AWS_PROFILE", profile));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDBASE/", Assert.Single(aws.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region = eu-west-3\n", "eu-central-1", "eu-west-3")]
    [InlineData("", "eu-central-1", "eu-central-1")]
    [InlineData("", "", "eu-west-1")]
    public async Task The_region_of_STS_is_the_profile_s_else_the_given_one_else_that_of_the_environment(string line, string given, string expected)
    {
        await using var aws = await FakeAws.StartAsync();
        var config = AwsHome.RoleProfile.Replace("region = eu-west-1\n", line, StringComparison.Ordinal);

        await RunAsync(aws, config, ("TEST_PROVIDER", "ForProfile:role"), ("TEST_STS_REGION", given));

        Assert.Contains($"/{expected}/sts/", Assert.Single(aws.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_told()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, AwsHome.RoleProfile, ("TEST_PROVIDER", "ForProfile:gone"));

        Assert.Contains("AwsCredentialsException: The profile 'gone' does not exist.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_take_a_profile_of_the_SDK_can_use_its_role()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, AwsHome.RoleProfile, ("TEST_USE_SDK", "role"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
    }

    private Task<string> RunAsync(FakeAws aws, string config, params (string Name, string Value)[] environment)
        => _home.RunAsync(aws, config, [("AWS_REGION", "eu-west-1"), ("TEST_WITHOUT_SDK", "1"), .. environment]);
}
