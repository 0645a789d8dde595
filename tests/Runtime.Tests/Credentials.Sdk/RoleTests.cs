using System;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sdk;

/// <summary>Roles that a profile assumes, against a fake of STS, in a process of its own.</summary>
public sealed class RoleTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_profile_can_assume_a_role_with_the_keys_of_another()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, AwsHome.RoleProfile, ("AWS_PROFILE", "role"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/", output, StringComparison.Ordinal);
        Assert.Contains("token=t", output, StringComparison.Ordinal);
        var request = Assert.Single(aws.Requests);
        Assert.Contains("Credential=AKIDBASE/", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("RoleArn=" + Uri.EscapeDataString(AwsHome.RoleArn), request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_has_the_account_of_its_user()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, AwsHome.RoleProfile, ("AWS_PROFILE", "role"), ("TEST_ACCOUNT", "1"));

        Assert.Contains("account=" + FakeAws.RoleAccount, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_says_how_its_role_is_assumed()
    {
        await using var aws = await FakeAws.StartAsync();

        await _home.RunAsync(
            aws, AwsHome.RoleProfile + "role_session_name = nightly\nexternal_id = external-7\nduration_seconds = 1200\n", ("AWS_PROFILE", "role"));

        var body = Assert.Single(aws.Requests).Body.Split('&');
        Assert.Contains("RoleSessionName=nightly", body);
        Assert.Contains("ExternalId=external-7", body);
        Assert.Contains("DurationSeconds=1200", body);
    }

    [Fact]
    public async Task A_profile_can_assume_a_role_with_keys_of_its_own()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws,
            """
            [profile self]
            role_arn = arn:aws:iam::123456789012:role/reader
            source_profile = self
            aws_access_key_id = AKIDSELF
            aws_secret_access_key = s
            region = eu-west-1

            """,
            ("AWS_PROFILE", "self"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDSELF/", Assert.Single(aws.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_asked_for_by_name_can_do_so_too()
    {
        await using var aws = await FakeAws.StartAsync();

        Assert.Contains("Credential=AKIDROLE1/", await _home.RunAsync(aws, AwsHome.RoleProfile, ("TEST_PROFILE", "role")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_calls_at_once_assume_a_role_once()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, AwsHome.RoleProfile, ("AWS_PROFILE", "role"), ("TEST_CONCURRENT", "100"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task A_role_is_assumed_anew_when_the_service_says_that_its_credentials_have_expired()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, AwsHome.RoleProfile, ("AWS_PROFILE", "role"), ("TEST_REFUSE", "1"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDROLE2/", output, StringComparison.Ordinal);
        Assert.Equal(2, aws.Requests.Count);
    }

    [Fact]
    public async Task A_role_that_may_not_be_assumed_is_told_with_the_reason_and_without_secrets()
    {
        await using var aws = await FakeAws.StartAsync(denies: true);

        var output = await _home.RunAsync(aws, AwsHome.RoleProfile, ("AWS_PROFILE", "role"));

        Assert.Contains("AwsCredentialsException: The role arn:aws:iam::123456789012:role/reader cannot be assumed: ", output, StringComparison.Ordinal);
        Assert.Contains("This one may not assume that role", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_PROFILE")]
    [InlineData("TEST_PROFILE")]
    public async Task A_source_profile_that_does_not_exist_is_told(string variable)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, "[profile role]\nrole_arn = arn:aws:iam::123456789012:role/reader\nsource_profile = gone\nregion = eu-west-1\n", (variable, "role"));

        Assert.Contains("AwsCredentialsException: The source_profile 'gone' of the profile 'role' does not exist.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_can_assume_a_role_with_the_credentials_of_the_instance()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws,
            "[profile role]\nrole_arn = arn:aws:iam::123456789012:role/reader\ncredential_source = Ec2InstanceMetadata\nregion = eu-west-1\n",
            ("AWS_PROFILE", "role"), ("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url));

        Assert.Contains("Credential=AKIDROLE2/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDINSTANCE1/", aws.Requests[^1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_can_name_the_endpoint_of_the_instance_s_credentials()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws,
            "[profile role]\nrole_arn = arn:aws:iam::123456789012:role/reader\ncredential_source = Ec2InstanceMetadata\nregion = eu-west-1\n"
                + $"ec2_metadata_service_endpoint = {aws.Url}\n",
            ("AWS_PROFILE", "role"), ("AWS_EC2_METADATA_DISABLED", "false"));

        Assert.Contains("Credential=AKIDROLE2/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_whose_sources_form_a_circle_are_told()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws,
            """
            [profile a]
            role_arn = arn:aws:iam::123456789012:role/a
            source_profile = b
            region = eu-west-1
            [profile b]
            role_arn = arn:aws:iam::123456789012:role/b
            source_profile = a

            """,
            ("AWS_PROFILE", "a"));

        Assert.Contains("AwsCredentialsException: The source_profile chain of the profile 'a' is circular.", output, StringComparison.Ordinal);
    }
}
