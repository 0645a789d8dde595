using System;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sdk;

/// <summary>Roles that are assumed with a web identity, against a fake of STS, in a process of its own.</summary>
public sealed class WebIdentityTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_environment_can_name_a_web_identity()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, config: "", ("AWS_REGION", "eu-west-1"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"), ("AWS_WEB_IDENTITY_TOKEN_FILE", _home.WriteToken()));

        Assert.Contains("Credential=AKIDWEB1/", output, StringComparison.Ordinal);
        Assert.Contains("WebIdentityToken=" + AwsHome.Secret, Assert.Single(aws.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_can_name_the_session_and_the_file_may_end_with_a_line_break()
    {
        await using var aws = await FakeAws.StartAsync();
        var file = _home.WriteToken();
        await System.IO.File.AppendAllTextAsync(file, "\n");

        await _home.RunAsync(
            aws, config: "", ("AWS_REGION", "eu-west-1"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"), ("AWS_ROLE_SESSION_NAME", "nightly"), ("AWS_WEB_IDENTITY_TOKEN_FILE", file));

        var body = Assert.Single(aws.Requests).Body.Split('&');
        Assert.Contains("RoleSessionName=nightly", body);
        Assert.Contains("WebIdentityToken=" + AwsHome.Secret, body);
    }

    [Fact]
    public async Task A_web_identity_that_is_refused_is_told_without_its_token()
    {
        await using var aws = await FakeAws.StartAsync(denies: true);

        var output = await _home.RunAsync(
            aws, config: "", ("AWS_REGION", "eu-west-1"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"), ("AWS_WEB_IDENTITY_TOKEN_FILE", _home.WriteToken()));

        Assert.Contains("This one may not assume that role", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_can_name_a_web_identity()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws,
            $"[profile pod]\nrole_arn = arn:aws:iam::123456789012:role/pod\nweb_identity_token_file = {_home.WriteToken()}\nregion = eu-west-1\n",
            ("AWS_PROFILE", "pod"));

        Assert.Contains("Credential=AKIDWEB1/", output, StringComparison.Ordinal);
    }
}
