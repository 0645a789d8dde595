using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Chain;

/// <summary>Each in a process of its own: what is loaded, and what the environment says, belongs to the process.</summary>
public class ChainTests
{
    [Fact]
    public async Task The_environment_is_enough_and_AWSSDK_Core_is_not_loaded()
    {
        var output = await ChildProcess.RunAsync(("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_REGION", "eu-west-1"));

        Assert.Contains("name=n scope=AWS4-HMAC-SHA256 Credential=AKIDENV/", output, StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/teststore/aws4_request", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWS_REGION_goes_before_AWS_DEFAULT_REGION()
        => Assert.Contains(
            "/eu-west-1/",
            await ChildProcess.RunAsync(
                ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", "us-west-2")),
            StringComparison.Ordinal);

    [Fact]
    public async Task AWS_DEFAULT_REGION_goes_before_the_profile()
        => Assert.Contains(
            "/us-west-2/", await RunWithProfilesAsync(("AWS_PROFILE", "work"), ("AWS_DEFAULT_REGION", "us-west-2")), StringComparison.Ordinal);

    [Fact]
    public async Task A_region_in_the_profile_is_read_without_AWSSDK_Core()
    {
        var output = await RunWithProfilesAsync(("AWS_PROFILE", "work"), ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s"));

        Assert.Contains("Credential=AKIDENV/", output, StringComparison.Ordinal);
        Assert.Contains("/ap-south-1/", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_and_region_can_come_from_a_profile_without_AWSSDK_Core()
    {
        var output = await RunWithProfilesAsync(("AWS_PROFILE", "work"));

        Assert.Contains("Credential=AKIDWORK/", output, StringComparison.Ordinal);
        Assert.Contains("/ap-south-1/", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_asked_for_by_name_goes_before_the_environment()
        => Assert.Contains(
            "Credential=AKIDWORK/",
            await RunWithProfilesAsync(("TEST_PROFILE", "work"), ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s")),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_environment_goes_before_the_profile_that_it_names()
        => Assert.Contains(
            "Credential=AKIDENV/",
            await RunWithProfilesAsync(("AWS_PROFILE", "work"), ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_profile_that_does_not_exist_is_told_by_its_name()
        => Assert.Contains(
            "AwsCredentialsException: The profile 'home' does not exist.",
            await RunWithProfilesAsync(("TEST_PROFILE", "home"), ("AWS_REGION", "us-east-1")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_region_is_told_with_what_to_set()
        => Assert.Contains(
            "AwsConfigurationException: No region was found. Set options.Region, AWS_REGION, or region in the profile 'default'.",
            await ChildProcess.RunAsync(("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s")),
            StringComparison.Ordinal);

    [Fact]
    public async Task Missing_credentials_are_told_with_what_to_set()
        => Assert.Contains(
            "AwsCredentialsException: No credentials were found. Set options.Credentials, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile that has credentials.",
            await ChildProcess.RunAsync(("AWS_REGION", "us-east-1")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "AKID\u00e9", "AwsCredentialsException")]
    [InlineData("AWS_REGION", "us east", "AwsConfigurationException")]
    [InlineData("AWS_ENDPOINT_URL", "not a url", "AwsConfigurationException: AWS_ENDPOINT_URL must be an absolute")]
    public async Task What_cannot_be_used_is_told_by_its_kind(string name, string value, string exception)
        => Assert.Contains(
            exception,
            await ChildProcess.RunAsync(("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", "eu-west-1"), (name, value)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("https://all.example", null, "https://all.example/items/id")]
    [InlineData("https://all.example", "https://own.example:8443/base/", "https://own.example:8443/base/items/id")]
    public async Task Endpoints_can_come_from_the_environment(string all, string? own, string expected)
        => Assert.Contains(
            "url=" + expected,
            await ChildProcess.RunAsync(
                ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", "eu-west-1"),
                ("AWS_ENDPOINT_URL", all), ("AWS_ENDPOINT_URL_TEST_STORE", own ?? "")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_bearer_token_in_the_environment_is_the_service_s_own_and_enough()
    {
        var output = await ChildProcess.RunAsync(
            ("AWS_REGION", "eu-west-1"), ("AWS_BEARER_TOKEN_TESTSTORE", "abc"), ("AWS_BEARER_TOKEN_OTHER", "def"), ("TEST_BEARER", "1"));

        Assert.Contains("scope=Bearer abc", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    private static async Task<string> RunWithProfilesAsync(params (string Name, string Value)[] environment)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var config = Path.Combine(folder.FullName, "config");
            await File.WriteAllTextAsync(
                config, "[profile work]\naws_access_key_id = AKIDWORK\naws_secret_access_key = secret\nregion = ap-south-1\n");
            return await ChildProcess.RunAsync(
                [("AWS_CONFIG_FILE", config), ("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(folder.FullName, "none")), .. environment]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
