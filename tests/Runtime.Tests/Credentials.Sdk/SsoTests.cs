using System;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sdk;

/// <summary>Single sign-on, against a fake of its service, in a process of its own.</summary>
public sealed class SsoTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_profile_can_use_single_sign_on_that_was_done_before()
    {
        await using var aws = await FakeAws.StartAsync();
        _home.SignIn(DateTimeOffset.UtcNow.AddHours(1));

        var output = await _home.RunAsync(aws, AwsHome.SignOnProfile, ("AWS_PROFILE", "person"));

        Assert.Contains("Credential=AKIDSSO1/", output, StringComparison.Ordinal);
        var request = Assert.Single(aws.Requests);
        Assert.Equal(AwsHome.Secret, request.Headers["x-amz-sso_bearer_token"]);
        Assert.Contains("role_name=Reader", request.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_sign_on_has_the_account_of_the_profile()
    {
        await using var aws = await FakeAws.StartAsync();
        _home.SignIn(DateTimeOffset.UtcNow.AddHours(1));

        var output = await _home.RunAsync(aws, AwsHome.SignOnProfile, ("AWS_PROFILE", "person"), ("TEST_ACCOUNT", "1"));

        Assert.Contains("account=123456789012", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_PROFILE", false)]
    [InlineData("AWS_PROFILE", true)]
    [InlineData("TEST_PROFILE", false)]
    [InlineData("TEST_PROFILE", true)]
    public async Task Single_sign_on_that_is_due_is_told_with_what_to_do(string variable, bool isExpired)
    {
        await using var aws = await FakeAws.StartAsync();
        if (isExpired)
        {
            _home.SignIn(DateTimeOffset.UtcNow.AddHours(-1));
        }

        var output = await _home.RunAsync(aws, AwsHome.SignOnProfile, (variable, "person"));

        Assert.Contains("AwsCredentialsException: The SSO session has expired or was never started. Run 'aws sso login", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_PROFILE")]
    [InlineData("TEST_PROFILE")]
    public async Task Single_sign_on_gives_bearer_tokens_as_well(string variable)
    {
        await using var aws = await FakeAws.StartAsync();
        _home.SignIn(DateTimeOffset.UtcNow.AddHours(1));

        var output = await _home.RunAsync(aws, AwsHome.SignOnProfile, (variable, "person"), ("TEST_BEARER", "1"));

        Assert.Contains("scope=Bearer " + AwsHome.Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_of_single_sign_on_are_replaced_before_they_expire()
    {
        // They are replaced when half their time is over.
        await using var aws = await FakeAws.StartAsync(TimeSpan.FromSeconds(4));
        _home.SignIn(DateTimeOffset.UtcNow.AddHours(1));

        var output = await _home.RunAsync(aws, AwsHome.SignOnProfile, ("AWS_PROFILE", "person"), ("TEST_KEYS", "2"));

        Assert.Contains("Credential=AKIDSSO2/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_the_service_rejects_is_reported_with_what_to_do()
    {
        await using var aws = await FakeAws.StartAsync(denies: true);
        _home.SignIn(DateTimeOffset.UtcNow.AddHours(1));

        var output = await _home.RunAsync(aws, AwsHome.SignOnProfile, ("AWS_PROFILE", "person"));

        Assert.Contains("aws sso login --profile person", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_bearer_token_is_told_with_what_to_set()
    {
        await using var aws = await FakeAws.StartAsync();

        Assert.Contains(
            "AwsCredentialsException: No bearer token was found. Set options.TokenProvider, AWS_BEARER_TOKEN_TESTSTORE, or a profile with an SSO session.",
            await _home.RunAsync(aws, AwsHome.RoleProfile, ("AWS_PROFILE", "role"), ("TEST_BEARER", "1")),
            StringComparison.Ordinal);
    }
}
