using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sources;

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

        Assert.StartsWith("AWS_CONTAINER_CREDENTIALS_FULL_URI must be", exception.Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task An_endpoint_that_is_down_is_asked_three_times_with_a_growing_backoff(int status)
    {
        await using var aws = await FakeAws.StartAsync();
        (aws.IsDown, aws.FailureStatus) = (true, status);

        await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(FindAt(aws.Url + "/container")));

        Assert.Equal(3, aws.Requests.Count);
        Assert.Equal([TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200)], _clock.Waits);
    }

    [Fact]
    public async Task An_endpoint_that_cannot_be_connected_to_is_tried_three_times()
    {
        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(FindAt("http://127.0.0.1:1/")));

        Assert.Equal("The endpoint of the container's credentials did not respond.", exception.Message);
        Assert.IsType<System.Net.Http.HttpRequestException>(exception.InnerException);
        Assert.Equal(2, _clock.Waits.Count);
    }

    [Fact]
    public async Task An_attempt_ends_after_two_seconds()
    {
        await using var aws = await FakeAws.StartAsync();
        var gate = new TaskCompletionSource();
        aws.Gate = gate.Task;
        var search = GetAsync(FindAt(aws.Url + "/container"));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            while (aws.Requests.Count < attempt)
            {
                await Task.Delay(5);
            }

            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<AwsCredentialsException>(() => search)).InnerException);
        gate.SetResult();
    }

    [Theory]
    [InlineData("/redirect", "failed with status code 302.")]
    [InlineData("/refused", "failed with status code 404.")]
    [InlineData("/large", "did not respond.")]
    public async Task A_response_other_than_credentials_is_not_used(string path, string reason)
    {
        await using var aws = await FakeAws.StartAsync();

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(FindAt(aws.Url + path)));

        Assert.Equal("The endpoint of the container's credentials " + reason, exception.Message);
    }

    [Fact]
    public async Task Requests_have_no_cookies_and_no_trace_headers()
    {
        await using var aws = await FakeAws.StartAsync();
        using var activity = new System.Diagnostics.Activity("test").Start();
        var container = FindAt(aws.Url + "/container");

        container.Invalidate(await GetAsync(container));
        await GetAsync(container);

        Assert.Equal(2, aws.Requests.Count);
        Assert.All(aws.Requests, static request => Assert.DoesNotContain(request.Headers.Keys, static name => name is "Cookie" or "traceparent" or "Request-Id"));
    }

    [Fact]
    public void The_relative_URI_goes_before_the_full_one()
    {
        _settings["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/v2/credentials";

        Assert.NotNull(FindAt("ftp://credentials.example"));
    }

    [Fact]
    public async Task A_token_that_is_empty_is_not_sent()
    {
        await using var aws = await FakeAws.StartAsync();
        _settings["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = _settings.PathOf("token");
        await File.WriteAllTextAsync(_settings.PathOf("token"), "");

        await GetAsync(FindAt(aws.Url + "/container"));

        Assert.DoesNotContain("Authorization", aws.Requests[0].Headers.Keys);
    }

    [Fact]
    public async Task A_file_with_a_token_that_cannot_be_read_is_named_by_its_variable()
    {
        _settings["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = _settings.PathOf("gone");

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(FindAt("http://127.0.0.1:1/")));

        Assert.Equal("The file in AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read.", exception.Message);
    }

    [Theory]
    [InlineData("AssumeRoleUnauthorizedAccess", ": AssumeRoleUnauthorizedAccess.")]
    [InlineData("see https://evil.example", ".")]
    [InlineData("A12345678901234567890123456789012345678901234567890123456789012345", ".")]
    public void The_code_of_an_error_is_repeated_if_it_is_one(string code, string end)
    {
        var exception = Assert.Throws<AwsCredentialsException>(() => CredentialsDocument.Read(Encoding.UTF8.GetBytes($$"""{ "Code": "{{code}}" }"""), "It"));

        Assert.Equal("It returned no credentials" + end, exception.Message);
    }

    [Theory]
    [InlineData(""", "AccountId": "123456789012" """, "123456789012")]
    [InlineData(""", "AccountId": "" """, null)]
    [InlineData("", null)]
    public void A_document_may_have_the_account_id(string member, string? expected)
    {
        var found = CredentialsDocument.Read(Encoding.UTF8.GetBytes($$"""{ "AccessKeyId": "AKID", "SecretAccessKey": "s"{{member}} }"""), "It");

        Assert.Equal(expected, found.AccountId);
    }

    [Fact]
    public void An_expiration_without_a_time_zone_is_in_UTC()
    {
        var found = CredentialsDocument.Read("""{ "AccessKeyId": "AKID", "SecretAccessKey": "s", "Expiration": "2026-01-02T03:04:05" }"""u8, "It");

        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), found.Expiration);
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
        var exception = Assert.Throws<AwsCredentialsException>(() => CredentialsDocument.Read(Encoding.UTF8.GetBytes(json), "It"));

        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
    }

    private ContainerCredentials FindAt(string url)
    {
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = url;
        return Find()!;
    }

    private ContainerCredentials? Find() => ContainerCredentials.Find(_settings.Variables, _clock);

    private static Task<AwsCredentials> GetAsync(ContainerCredentials container)
        => container.GetCredentialsAsync(CancellationToken.None).AsTask().WaitAsync(Limit);
}
