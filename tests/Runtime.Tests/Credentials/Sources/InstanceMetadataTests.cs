using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sources;

/// <summary>Credentials and region of an instance, from a fake of its metadata service.</summary>
public sealed class InstanceMetadataTests : IAsyncLifetime, IDisposable
{
    // 1,040 characters.
    private const string LongToken = Token130 + Token130 + Token130 + Token130 + Token130 + Token130 + Token130 + Token130;

    private const string Token130 =
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly FakeClock _clock = new(skipsWaits: true);
    private readonly SettingsFolder _settings = new(config: "");
    private FakeAws _aws = null!;

    public async Task InitializeAsync()
    {
        _aws = await FakeAws.StartAsync(clock: _clock);
        _settings["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = _aws.Url;
    }

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    public void Dispose() => _settings.Dispose();

    [Fact]
    public async Task Credentials_are_asked_for_with_a_token_alone()
    {
        var credentials = await GetAsync(Find());

        Assert.Equal("AKIDINSTANCE1", credentials.AccessKeyId);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromHours(1), credentials.Expiration);
        Assert.Equal(["PUT", "GET", "GET"], _aws.Requests.Select(request => request.Method));
        Assert.Equal("21600", _aws.Requests[0].Headers["x-aws-ec2-metadata-token-ttl-seconds"]);
        Assert.All(_aws.Requests.Skip(1), request => Assert.Equal(FakeAws.InstanceToken, request.Headers["x-aws-ec2-metadata-token"]));
    }

    [Fact]
    public async Task Credentials_are_replaced_five_minutes_before_they_expire()
    {
        var instance = Find();
        var first = await GetAsync(instance);

        _clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        Assert.Same(first, await GetAsync(instance));
        Assert.Equal(3, _aws.Requests.Count);

        _clock.Advance(TimeSpan.FromTicks(1));
        await EventuallyAsync(async () => (await GetAsync(instance)).AccessKeyId == "AKIDINSTANCE2");
    }

    [Fact]
    public async Task Credentials_that_have_expired_stay_in_use_while_the_service_is_down()
    {
        var instance = Find();
        var first = await GetAsync(instance);
        _aws.IsDown = true;
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Same(first, await GetAsync(instance));
        Assert.Same(first, await GetAsync(instance));

        _aws.IsDown = false;
        _clock.Advance(TimeSpan.FromMinutes(5));
        await EventuallyAsync(async () => (await GetAsync(instance)).AccessKeyId == "AKIDINSTANCE2");
    }

    [Fact]
    public async Task Credentials_that_a_service_rejected_do_not_stay_in_use()
    {
        var instance = Find();
        var first = await GetAsync(instance);
        _aws.IsDown = true;

        instance.Invalidate(first);

        await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(instance));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_asked_twice_and_told_with_what_to_set()
    {
        _aws.IsDown = true;

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(Find()));

        Assert.StartsWith("No credentials were found. Set options.Credentials", exception.Message, StringComparison.Ordinal);
        Assert.Contains("The instance metadata service failed", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, _aws.Requests.Count);
    }

    [Fact]
    public async Task An_attempt_ends_after_one_second_and_the_second_one_is_the_last()
    {
        var gate = new TaskCompletionSource();
        _aws.Gate = gate.Task;
        var search = GetAsync(Find());
        await EventuallyAsync(() => Task.FromResult(_aws.Requests.Count == 1));

        _clock.Advance(TimeSpan.FromSeconds(1));
        await EventuallyAsync(() => Task.FromResult(_aws.Requests.Count == 2));
        _clock.Advance(TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => search);
        Assert.EndsWith("The instance metadata service did not respond.", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException);
        gate.SetResult();
    }

    [Fact]
    public async Task The_first_of_several_roles_is_used_whatever_its_name()
    {
        _aws.Roles = " a?role\nanother";

        Assert.Equal("AKIDINSTANCE1", (await GetAsync(Find())).AccessKeyId);
    }

    [Fact]
    public async Task An_instance_without_a_role_has_no_credentials()
    {
        _aws.Roles = "\n";

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(Find()));

        Assert.EndsWith("The instance has no IAM role.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a token")]
    [InlineData("")]
    [InlineData(LongToken)]
    public async Task A_session_token_that_cannot_be_sent_is_not_used(string token)
    {
        _aws.IssuedToken = token;

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(Find()));

        Assert.EndsWith("The instance metadata service returned no token: status code 200.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" eu-north-1\n", "eu-north-1")]
    [InlineData("\n", null)]
    public async Task Blanks_are_no_part_of_the_region(string response, string? region)
    {
        _aws.Region = response;

        Assert.Equal(region, await InstanceMetadata.FindRegionAsync(null, _settings.Variables, _clock, CancellationToken.None).AsTask().WaitAsync(Limit));
    }

    [Fact]
    public async Task An_endpoint_may_end_with_a_slash()
    {
        _settings["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = _aws.Url + "/";

        await GetAsync(Find());

        Assert.Equal("/latest/api/token", _aws.Requests[0].Path);
    }

    [Theory]
    [InlineData(null, null, "http://169.254.169.254")]
    [InlineData("IPv4", "IPv6", "http://169.254.169.254")]
    [InlineData("ipv6", "IPv4", "http://[fd00:ec2::254]")]
    [InlineData(null, "IPv6", "http://[fd00:ec2::254]")]
    public void The_environment_chooses_the_IP_version_before_the_profile(string? variable, string? inProfile, string endpoint)
    {
        using var settings = new SettingsFolder(config: inProfile is null ? "" : $"[default]\nec2_metadata_service_endpoint_mode = {inProfile}\n");
        settings["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"] = variable;

        Assert.Equal(endpoint, InstanceMetadata.GetEndpoint(settings.Variables, SharedFiles.ReadAll(settings.Variables).FindProfile("default")));
    }

    [Fact]
    public void The_environment_turns_the_service_off()
    {
        _settings["AWS_EC2_METADATA_DISABLED"] = "True";

        Assert.Null(InstanceMetadata.Find(_settings.Variables, profile: null, _clock));
    }

    [Theory]
    [InlineData("AWS_EC2_METADATA_SERVICE_ENDPOINT", "not a url")]
    [InlineData("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv5")]
    public void An_endpoint_or_mode_that_cannot_be_used_is_told_by_its_variable(string variable, string value)
    {
        _settings["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = null;
        _settings[variable] = value;

        var exception = Assert.Throws<AwsConfigurationException>(() => InstanceMetadata.Find(_settings.Variables, profile: null, _clock));

        Assert.StartsWith(variable + " must be", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_can_name_the_endpoint()
    {
        using var settings = new SettingsFolder(config: $"[default]\nec2_metadata_service_endpoint = {_aws.Url}\n");

        Assert.Equal("eu-north-1", await InstanceMetadata.FindRegionAsync(null, settings.Variables, _clock, CancellationToken.None).AsTask().WaitAsync(Limit));
    }

    [Fact]
    public async Task That_there_is_no_region_is_not_remembered_for_good_when_an_endpoint_is_set()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = Client(handler);
        _aws.IsDown = true;
        await Assert.ThrowsAsync<AwsConfigurationException>(() => client.GetItemAsync("id").WaitAsync(Limit));

        _aws.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(10));
        await client.GetItemAsync("id").WaitAsync(Limit);

        Assert.Contains("/eu-north-1/", Assert.Single(handler.Seen).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_for_a_region_counts_against_the_time_of_the_call()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = Client(handler);
        var gate = new TaskCompletionSource();
        _aws.Gate = gate.Task;
        var call = client.GetItemAsync("id");
        await EventuallyAsync(() => Task.FromResult(_aws.Requests.Count > 0));

        _clock.Advance(TimeSpan.FromSeconds(100));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => call.WaitAsync(Limit));
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Empty(handler.Seen);
        gate.SetResult();
    }

    [Fact]
    public async Task A_search_for_a_region_that_all_callers_left_does_not_fail_the_next_one()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = Client(handler);
        var gate = new TaskCompletionSource();
        _aws.Gate = gate.Task;
        _aws.IsDown = true;
        using (var caller = new CancellationTokenSource())
        {
            var left = client.GetItemAsync("id", caller.Token);
            await EventuallyAsync(() => Task.FromResult(_aws.Requests.Count > 0));
            await caller.CancelAsync();
            await Assert.ThrowsAsync<OperationCanceledException>(() => left.WaitAsync(Limit));
        }

        gate.SetResult();
        await EventuallyAsync(() => Task.FromResult(_aws.Requests.Count == 2));
        _aws.IsDown = false;
        await EventuallyAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            return await Task.WhenAny(client.GetItemAsync("id")).WaitAsync(Limit) is { IsCompletedSuccessfully: true };
        });
    }

    [Fact]
    public async Task Calls_that_need_no_region_do_not_each_search_for_one()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = Client(handler);
        _aws.IsDown = true;

        await client.CallAsync(GetItem.Unsigned, new GetItemRequest("id")).WaitAsync(Limit);
        var asked = _aws.Requests.Count;
        await client.CallAsync(GetItem.Unsigned, new GetItemRequest("id")).WaitAsync(Limit);

        Assert.Equal(asked, _aws.Requests.Count);
    }

    private TestClient Client(StubHandler handler) => TestClient.Over(handler, options =>
    {
        options.Region = null;
        options.Endpoint = new Uri("https://custom.example");
        options.Variables = _settings.Variables;
        options.TimeProvider = _clock;
    });

    private InstanceMetadata Find() => InstanceMetadata.Find(_settings.Variables, profile: null, _clock)!;

    private static Task<AwsCredentials> GetAsync(InstanceMetadata instance) => instance.GetCredentialsAsync(default).AsTask().WaitAsync(Limit);

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
