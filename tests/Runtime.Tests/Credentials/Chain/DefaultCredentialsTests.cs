using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Chain;

/// <summary>Which source the default chain chooses, and when it chooses anew.</summary>
public sealed class DefaultCredentialsTests : IDisposable
{
    private const string Keys = "[work]\naws_access_key_id = {0}\naws_secret_access_key = s\n";

    private readonly FakeClock _clock = new();
    private readonly SettingsFolder _settings = new(config: "[profile work]\nregion = eu-west-1\n");

    public void Dispose() => _settings.Dispose();

    [Fact]
    public async Task Keys_of_the_environment_are_kept_until_a_service_rejects_them()
    {
        var chain = Chain();
        SetKeys("AKIDONE");
        var first = await GetAsync(chain);
        SetKeys("AKIDTWO");
        Assert.Same(first, await GetAsync(chain));

        chain.Invalidate(first);

        Assert.Equal("AKIDTWO", (await GetAsync(chain)).AccessKeyId);
    }

    [Fact]
    public async Task The_environment_may_have_the_account_id()
    {
        SetKeys("AKIDONE");
        _settings["AWS_ACCOUNT_ID"] = "123456789012";

        Assert.Equal("123456789012", (await GetAsync(Chain())).AccountId);
    }

    [Fact]
    public async Task A_profile_may_have_the_account_id_which_may_change()
    {
        var chain = Chain("work");
        WriteKeys("AKIDONE");
        Assert.Null((await GetAsync(chain)).AccountId);
        WriteKeys("AKIDONE\naws_account_id = 123456789012");
        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal("123456789012", (await GetAsync(chain)).AccountId);
    }

    [Fact]
    public async Task Keys_of_a_file_are_read_anew_at_once_when_a_service_rejects_them()
    {
        var chain = Chain("work");
        WriteKeys("AKIDONE");
        var first = await GetAsync(chain);
        WriteKeys("AKIDTWO");
        Assert.Same(first, await GetAsync(chain));

        chain.Invalidate(first);

        Assert.Equal("AKIDTWO", (await GetAsync(chain)).AccessKeyId);
    }

    [Fact]
    public async Task A_source_that_is_chosen_again_keeps_its_credentials()
    {
        await using var aws = await FakeAws.StartAsync(clock: _clock);
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = aws.Url + "/container";
        var chain = Chain();
        var first = await GetAsync(chain);

        // Files may have changed meanwhile.
        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Same(first, await GetAsync(chain));
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task A_profile_asked_for_by_name_goes_before_a_web_identity()
    {
        WriteKeys("AKIDWORK");
        _settings["AWS_WEB_IDENTITY_TOKEN_FILE"] = _settings.PathOf("token");
        _settings["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/pod";

        Assert.Equal("AKIDWORK", (await GetAsync(Chain("work"))).AccessKeyId);
    }

    [Fact]
    public async Task A_profile_asked_for_by_name_is_not_replaced_by_the_container()
    {
        _settings["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1:1/";

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => GetAsync(Chain("work")));

        Assert.Equal("The profile 'work' has no credentials that can be used.", exception.Message);
    }

    private DefaultCredentials Chain(string? profile = null) => new(profile, "us-east-1", _settings.Variables, _clock, log: null);

    private static Task<AwsCredentials> GetAsync(DefaultCredentials chain) =>
        chain.GetCredentialsAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    private void SetKeys(string id) => (_settings["AWS_ACCESS_KEY_ID"], _settings["AWS_SECRET_ACCESS_KEY"]) = (id, "s");

    private void WriteKeys(string id) => File.WriteAllText(_settings.PathOf("credentials"), Keys.Replace("{0}", id, StringComparison.Ordinal));
}
