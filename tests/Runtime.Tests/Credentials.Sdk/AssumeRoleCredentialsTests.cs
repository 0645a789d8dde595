using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sdk;

/// <summary>Roles that a program assumes by itself, against a fake of STS, in a process of its own.</summary>
public sealed class AssumeRoleCredentialsTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_role_is_assumed_with_the_given_credentials_and_options()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, config: "", ("AWS_REGION", "eu-west-1"), ("TEST_PROVIDER", "AssumeRole"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("token=t", output, StringComparison.Ordinal);
        var request = Assert.Single(aws.Requests);
        Assert.Contains("Credential=AKIDBASE/", request.Headers["Authorization"], StringComparison.Ordinal);
        var fields = request.Body.Split('&');
        Assert.Contains("Action=AssumeRole", fields);
        Assert.Contains("RoleArn=" + Uri.EscapeDataString(AwsHome.RoleArn), fields);
        Assert.Contains("RoleSessionName=nightly", fields);
        Assert.Contains("ExternalId=external-7", fields);
        Assert.Contains("Policy=" + Uri.EscapeDataString("{}"), fields);
        Assert.Contains("DurationSeconds=1200", fields);
    }

    [Theory]
    [InlineData("eu-central-1", "eu-west-1", "ca-central-1", "eu-central-1")]
    [InlineData("", "eu-west-1", "ca-central-1", "eu-west-1")]
    [InlineData("", "", "ca-central-1", "ca-central-1")]
    public async Task The_region_of_STS_is_the_option_s_else_that_of_the_environment(string option, string variable, string other, string expected)
    {
        await using var aws = await FakeAws.StartAsync();

        await _home.RunAsync(
            aws, config: "", ("AWS_REGION", variable), ("AWS_DEFAULT_REGION", other), ("TEST_STS_REGION", option), ("TEST_PROVIDER", "AssumeRole"));

        Assert.Contains($"/{expected}/sts/", Assert.Single(aws.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("base", 1)]
    [InlineData("role", 2)]
    public async Task A_role_is_assumed_with_the_credentials_of_a_profile_which_may_assume_a_role_itself(string profile, int calls)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, AwsHome.RoleProfile, ("AWS_REGION", "eu-west-1"), ("TEST_PROVIDER", "AssumeRoleWithProfile:" + profile), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains($"Credential=AKIDROLE{calls}/", output, StringComparison.Ordinal);
        Assert.Equal(calls, aws.Requests.Count);
        Assert.Contains("RoleSessionName=DataZoneGen-", aws.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_calls_at_once_assume_a_role_once()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, config: "", ("AWS_REGION", "eu-west-1"), ("TEST_PROVIDER", "AssumeRole"), ("TEST_CONCURRENT", "100"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task The_credentials_of_a_role_are_replaced_before_they_expire()
    {
        // They are replaced when half their time is over.
        await using var aws = await FakeAws.StartAsync(TimeSpan.FromSeconds(4));

        var output = await _home.RunAsync(aws, config: "", ("AWS_REGION", "eu-west-1"), ("TEST_PROVIDER", "AssumeRole"), ("TEST_KEYS", "2"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDROLE2/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_assumed_anew_when_a_service_rejects_its_credentials()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, config: "", ("AWS_REGION", "eu-west-1"), ("TEST_PROVIDER", "AssumeRole"), ("TEST_REFUSE", "1"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDROLE2/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_be_assumed_is_told_with_the_reason_and_without_secrets()
    {
        await using var aws = await FakeAws.StartAsync(denies: true);

        var output = await _home.RunAsync(aws, config: "", ("AWS_REGION", "eu-west-1"), ("TEST_PROVIDER", "AssumeRole"));

        Assert.Contains($"AwsCredentialsException: The role {AwsHome.RoleArn} cannot be assumed: ", output, StringComparison.Ordinal);
        Assert.Contains("This one may not assume that role", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_returns_null_is_an_exception_of_credentials()
    {
        var role = new AssumeRoleCredentials(new EmptySource(), AwsHome.RoleArn);

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => FakeSource.GetAsync(role));

        Assert.Equal("The credentials provider returned no credentials.", exception.Message);
    }

    [Fact]
    public void A_role_without_a_source_or_an_ARN_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new AssumeRoleCredentials(null!, AwsHome.RoleArn));
        Assert.Throws<ArgumentException>(() => new AssumeRoleCredentials(TestClient.Credentials, ""));
    }

    private sealed class EmptySource : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new((AwsCredentials)null!);

        public void Invalidate(AwsCredentials rejected)
        {
        }
    }
}
