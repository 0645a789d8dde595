using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sources;

/// <summary>Keys in files, a container and an instance, each against a fake of what gives them out, in a process of its own. None of them needs AWS's SDK.</summary>
public sealed class LocalSourceTests : IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_container_has_an_endpoint_and_its_credentials_rotate()
    {
        // They are replaced when half their time is over.
        await using var aws = await FakeAws.StartAsync(TimeSpan.FromSeconds(4));

        var output = await _home.RunAsync(
            aws, config: "",
            ("AWS_REGION", "eu-west-1"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Url + "/container"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", AwsHome.Secret), ("TEST_KEYS", "2"));

        Assert.Contains("Credential=AKIDCONTAINER1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDCONTAINER2/", output, StringComparison.Ordinal);
        Assert.Equal(AwsHome.Secret, aws.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_container_s_credentials_that_a_service_rejects_are_dropped_and_fetched_anew()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, config: "",
            ("AWS_REGION", "eu-west-1"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Url + "/container"), ("TEST_REFUSE", "1"), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("Credential=AKIDCONTAINER2/", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_s_endpoint_is_not_asked_through_a_proxy()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, config: "",
            ("AWS_REGION", "eu-west-1"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Url + "/container"), ("http_proxy", "http://127.0.0.1:1"));

        Assert.Contains("Credential=AKIDCONTAINER1/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_s_token_that_cannot_be_sent_is_not_repeated()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, config: "",
            ("AWS_REGION", "eu-west-1"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Url + "/container"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "a\n" + AwsHome.Secret));

        Assert.Contains("AwsCredentialsException: The authorization token for the container's credentials has", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_has_a_metadata_service_with_credentials_and_region()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, config: "", ("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url));

        Assert.Contains("Credential=AKIDINSTANCE", output, StringComparison.Ordinal);
        Assert.Contains("/eu-north-1/", output, StringComparison.Ordinal);
        Assert.All(
            aws.Requests.Where(request => request.Path != "/latest/api/token"),
            request => Assert.Equal(FakeAws.InstanceToken, request.Headers["x-aws-ec2-metadata-token"]));
    }

    [Fact]
    public async Task An_instance_s_credentials_that_a_service_rejects_are_dropped_and_fetched_anew()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(
            aws, config: "", ("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url), ("TEST_REFUSE", "1"), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("Credential=AKIDINSTANCE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDINSTANCE2/", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_in_a_file_that_is_rewritten_are_used_without_a_new_client()
    {
        await using var aws = await FakeAws.StartAsync();
        var next = Path.Combine(_home.Folder, "next");
        await File.WriteAllTextAsync(next, "[default]\naws_access_key_id = AKIDNEXT\naws_secret_access_key = s\n");
        Directory.CreateDirectory(Path.Combine(_home.Folder, ".aws"));
        var file = Path.Combine(_home.Folder, ".aws", "credentials");
        await File.WriteAllTextAsync(file, "[default]\naws_access_key_id = AKIDFIRST\naws_secret_access_key = s\n");

        var output = await _home.RunAsync(aws, config: "", ("AWS_REGION", "eu-west-1"), ("TEST_REPLACE", next + "|" + file), ("TEST_KEYS", "2"));

        Assert.Contains("Credential=AKIDFIRST/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDNEXT/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_line_of_a_file_is_not_repeated()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await _home.RunAsync(aws, $"[default]\naws_secret_access_key {AwsHome.Secret}\n", ("AWS_REGION", "eu-west-1"));

        Assert.Contains("AwsCredentialsException: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(AwsHome.Secret, output, StringComparison.Ordinal);
    }
}
