using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>Credentials of a container, from a fake of the endpoint that its environment names.</summary>
public sealed class ContainerCredentialsTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly FakeClock _clock = new(skipsWaits: true);
    private readonly SettingsFolder _settings = new();

    public void Dispose() => _settings.Dispose();

    [Theory]
    [InlineData("http://localhost/x")]
    [InlineData("http://127.0.0.1:8080/x")]
    [InlineData("http://127.1.2.3/x")]
    [InlineData("http://[::1]/x")]
    [InlineData("http://169.254.170.2/x")]
    [InlineData("http://169.254.170.23/v1/credentials")]
    [InlineData("http://[fd00:ec2::23]/v1/credentials")]
    [InlineData("https://credentials.example/x")]
    public void Credentials_may_come_from_this_machine_from_agents_and_over_https(string address)
    {
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = address;

        Assert.NotNull(Find());
    }

    [Theory]
    [InlineData("http://credentials.example/x")]
    [InlineData("http://169.254.170.3/x")]
    [InlineData("http://localhost.example/x")]
    [InlineData("http://10.0.0.1/x")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("/x")]
    public void Credentials_may_come_from_nowhere_else(string address)
    {
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = address;

        var exception = Assert.Throws<AwsCredentialsException>(Find);

        Assert.StartsWith("AWS_CONTAINER_CREDENTIALS_FULL_URI has to be", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@evil.example/x")]
    [InlineData("//evil.example/x")]
    [InlineData("/v2/credentials/1")]
    public void A_relative_URI_cannot_name_another_host(string path)
    {
        _settings["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = path;

        Assert.NotNull(Find());
    }

    [Fact]
    public void Without_variables_there_is_no_container() => Assert.Null(Find());

    [Fact]
    public async Task A_token_in_a_file_is_read_each_time_and_goes_before_the_one_in_the_environment()
    {
        await using var aws = await FakeAws.StartAsync();
        var file = _settings.PathOf("token");
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = aws.Url + "/container";
        _settings["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = file;
        _settings["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "other";
        var container = Find()!;

        await File.WriteAllTextAsync(file, "one");
        var first = await GetAsync(container);
        await File.WriteAllTextAsync(file, "two");
        container.Invalidate(first);
        await GetAsync(container);

        Assert.Equal("one", aws.Requests[0].Headers["Authorization"]);
        Assert.Equal("two", aws.Requests[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_with_a_line_break_is_refused_without_being_repeated()
    {
        await using var aws = await FakeAws.StartAsync();
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = aws.Url + "/container";
        _settings["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "planted\r\nX-Evil: 1";

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(Find()!));

        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task An_endpoint_that_is_down_is_asked_three_times()
    {
        await using var aws = await FakeAws.StartAsync();
        aws.IsDown = true;
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = aws.Url + "/container";

        await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(Find()!));

        Assert.Equal(3, aws.Requests.Count);
    }

    [Theory]
    [InlineData("planted")]
    [InlineData("{}")]
    [InlineData("""{ "AccessKeyId": "planted" }""")]
    [InlineData("""{ "AccessKeyId": "planted", "SecretAccessKey": "planted", "Expiration": "planted" }""")]
    [InlineData("""{ "AccessKeyId": "pla nted", "SecretAccessKey": "planted" }""")]
    [InlineData("""{ "Code": "Failed", "AccessKeyId": "planted", "SecretAccessKey": "planted" }""")]
    public void A_document_without_credentials_is_not_repeated(string json)
    {
        var exception = Assert.Throws<AwsCredentialsException>(() => CredentialsDocument.Read(System.Text.Encoding.UTF8.GetBytes(json), "It"));

        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
    }

    private ContainerCredentials? Find() => ContainerCredentials.Find(_settings.Variables, _clock);

    private static Task<AwsCredentials> GetAsync(ContainerCredentials container)
        => container.GetCredentialsAsync(CancellationToken.None).AsTask().WaitAsync(Limit);
}
