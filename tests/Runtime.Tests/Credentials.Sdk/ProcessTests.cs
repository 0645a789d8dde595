using System;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sdk;

/// <summary>Credentials that a program prints (<c>credential_process</c>), in a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_profile_can_name_a_process()
    {
        await using var aws = await FakeAws.StartAsync();
        var script = _home.WriteScript("""echo '{ "Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "s", "SessionToken": "t" }'""");

        var output = await _home.RunAsync(aws, $"[profile tool]\ncredential_process = sh {script}\nregion = eu-west-1\n", ("AWS_PROFILE", "tool"));

        Assert.Contains("Credential=AKIDPROCESS/", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""", "AccountId": "123456789012" """, "", "account=123456789012")]
    [InlineData("", "aws_account_id = 210987654321\n", "account=210987654321")]
    public async Task A_process_or_its_profile_may_have_the_account_id(string member, string line, string expected)
    {
        await using var aws = await FakeAws.StartAsync();
        var script = _home.WriteScript($$"""echo '{ "Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "s"{{member}} }'""");

        var output = await _home.RunAsync(
            aws, $"[profile tool]\ncredential_process = sh {script}\nregion = eu-west-1\n{line}", ("AWS_PROFILE", "tool"), ("TEST_ACCOUNT", "1"));

        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo planted-secret >&2; exit 3")]
    [InlineData("echo planted-secret")]
    [InlineData("""echo '{ "Version": 1, "SecretAccessKey": "planted-secret" }'""")]
    [InlineData("""echo '{ "Version": 7, "SecretAccessKey": "planted-secret" }'""")]
    public async Task What_a_process_writes_is_not_repeated(string command)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, $"[profile tool]\ncredential_process = sh {_home.WriteScript(command)}\nregion = eu-west-1\n", ("AWS_PROFILE", "tool"));

        Assert.Contains("AwsCredentialsException: The credential_process of the profile failed", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_process_writes_is_not_repeated_either_when_a_role_needs_it()
    {
        await using var aws = await FakeAws.StartAsync();
        var config = $"""
            [profile tool]
            credential_process = sh {_home.WriteScript("echo planted-secret >&2; exit 3")}
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/reader
            source_profile = tool
            region = eu-west-1

            """;

        var output = await _home.RunAsync(aws, config, ("AWS_PROFILE", "role"));

        Assert.Contains("AwsCredentialsException: The credential_process of the profile failed", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }
}
