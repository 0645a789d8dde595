using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Amazon;
using Amazon.Runtime;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials.Sdk;

/// <summary>Credentials and options of AWS's SDK that are passed to a client.</summary>
public class SdkCredentialsProviderTests
{
    [Fact]
    public async Task Requests_are_signed_with_keys_of_the_SDK()
    {
        var request = await SendAsync(new BasicAWSCredentials("AKIDBASIC", "secret").ToProvider());

        Assert.Contains("Credential=AKIDBASIC/", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.DoesNotContain("x-amz-security-token", request.Headers.Keys);
    }

    [Fact]
    public async Task Requests_are_signed_with_the_session_of_the_SDK()
    {
        var request = await SendAsync(new SessionAWSCredentials("AKIDSESSION", "secret", "token").ToProvider());

        Assert.Contains("Credential=AKIDSESSION/", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("token", request.Headers["x-amz-security-token"]);
    }

    [Fact]
    public async Task Credentials_carry_the_time_at_which_those_of_the_SDK_expire()
    {
        var source = new RenewingCredentials();

        var found = await FakeSource.GetAsync(source.ToProvider());

        // The SDK tells a time shortly before the end.
        Assert.Equal(source.Expiration!.Value.ToUniversalTime(), found.Expiration!.Value.UtcDateTime);
        Assert.InRange(found.Expiration.Value.UtcDateTime, RenewingCredentials.End.AddMinutes(-5), RenewingCredentials.End);
    }

    [Fact]
    public async Task Credentials_that_stay_the_same_are_the_same_object()
    {
        var provider = new RenewingCredentials().ToProvider();

        Assert.Same(await FakeSource.GetAsync(provider), await FakeSource.GetAsync(provider));
    }

    [Theory]
    [InlineData("other", 2999)]
    [InlineData("secret", 2998)]
    public async Task Credentials_with_another_secret_or_expiration_are_another_object(string secret, int year)
    {
        var source = new RenewingCredentials { Next = number => number == 1 ? State("secret", 2999) : State(secret, year) };
        var provider = source.ToProvider();
        var first = await FakeSource.GetAsync(provider);
        source.ClearCredentials();

        var second = await FakeSource.GetAsync(provider);

        Assert.Equal(secret, second.SecretAccessKey);
        Assert.NotEqual((first.SecretAccessKey, first.Expiration), (second.SecretAccessKey, second.Expiration));
    }

    [Fact]
    public async Task Credentials_that_end_in_the_year_9999_do_not_expire() =>
        Assert.Null((await FakeSource.GetAsync(new RenewingCredentials { Next = static _ => State("secret", 9999) }.ToProvider())).Expiration);

    [Fact]
    public async Task The_SDK_is_asked_for_each_attempt()
    {
        var source = new RenewingCredentials();
        var provider = source.ToProvider();
        var first = await FakeSource.GetAsync(provider);

        source.ClearCredentials();

        Assert.Equal("AKIDSDK1", first.AccessKeyId);
        Assert.Equal("AKIDSDK2", (await FakeSource.GetAsync(provider)).AccessKeyId);
    }

    [Fact]
    public async Task Credentials_that_a_service_rejects_are_renewed_by_the_SDK()
    {
        var handler = new StubHandler(
            () => StubHandler.Json("""{"__type":"ExpiredTokenException"}""", HttpStatusCode.Forbidden), () => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.UseSdk(new RenewingCredentials()));

        await client.GetItemAsync("id").WaitAsync(FakeSource.Limit);

        Assert.Equal(["AKIDSDK1", "AKIDSDK2"], handler.Seen.Select(request => request.Headers["Authorization"].Split('=', '/')[1]));
    }

    [Fact]
    public async Task The_rejection_of_older_credentials_does_not_cost_the_newer_ones()
    {
        var source = new RenewingCredentials();
        var provider = source.ToProvider();
        var first = await FakeSource.GetAsync(provider);
        provider.Invalidate(first);
        var second = await FakeSource.GetAsync(provider);

        provider.Invalidate(first);

        Assert.Same(second, await FakeSource.GetAsync(provider));
    }

    [Fact]
    public async Task A_failure_of_the_SDK_is_an_exception_of_credentials_and_its_message_is_not_repeated()
    {
        var provider = new RenewingCredentials { Failure = new InvalidOperationException("planted") }.ToProvider();

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => FakeSource.GetAsync(provider));

        Assert.Equal("RenewingCredentials failed.", exception.Message);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_SDK_could_not_read_is_not_repeated(bool isOneOfMany)
    {
        Exception cause = new FormatException("planted");
        var provider = new RenewingCredentials { Failure = isOneOfMany ? new AggregateException(new InvalidOperationException("x"), cause) : cause }.ToProvider();

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => FakeSource.GetAsync(provider));

        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_credentials_of_the_SDK_sign_nothing_and_are_told()
    {
        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => SendAsync(new AnonymousAWSCredentials().ToProvider()));

        Assert.Equal("AnonymousAWSCredentials returned no credentials.", exception.Message);
    }

    [Fact]
    public async Task A_caller_who_cancels_does_not_wait_for_the_SDK()
    {
        using var caller = new CancellationTokenSource();
        var call = new RenewingCredentials { Gate = new TaskCompletionSource().Task }.ToProvider().GetCredentialsAsync(caller.Token).AsTask();

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(FakeSource.Limit));
    }

    [Fact]
    public void Credentials_that_are_null_are_refused() => Assert.Throws<ArgumentNullException>(() => ((AWSCredentials)null!).ToProvider());

    [Fact]
    public async Task Options_take_credentials_region_and_profile_of_the_SDK()
    {
        var options = new AwsClientOptions();

        var same = options.UseSdk(new BasicAWSCredentials("AKIDBASIC", "secret"), RegionEndpoint.EUWest1, "work");

        Assert.Same(options, same);
        Assert.Equal("AKIDBASIC", (await FakeSource.GetAsync(options.Credentials!)).AccessKeyId);
        Assert.Equal("eu-west-1", options.Region);
        Assert.Equal("work", options.Profile);
    }

    [Fact]
    public void Options_keep_what_the_SDK_does_not_say()
    {
        var options = new AwsClientOptions { Credentials = TestClient.Credentials, Region = "eu-west-2", Profile = "own" };

        options.UseSdk(credentials: null);

        Assert.Same(TestClient.Credentials, options.Credentials);
        Assert.Equal("eu-west-2", options.Region);
        Assert.Equal("own", options.Profile);
    }

    private static RefreshingAWSCredentials.CredentialsRefreshState State(string secret, int year) =>
        new(new ImmutableCredentials("AKIDSDK", secret, "token"), new DateTime(year, 12, 31, 0, 0, 0, DateTimeKind.Utc));

    private static async Task<SeenRequest> SendAsync(IAwsCredentialsProvider provider)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.Credentials = provider);
        await client.GetItemAsync("id").WaitAsync(FakeSource.Limit);
        return Assert.Single(handler.Seen);
    }

    /// <summary>Credentials of the SDK that have another access key each time they are renewed.</summary>
    private sealed class RenewingCredentials : RefreshingAWSCredentials
    {
        public static readonly DateTime End = new(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        private int _number;

        public Exception? Failure { get; init; }

        public Task Gate { get; init; } = Task.CompletedTask;

        /// <summary>The credentials with a number, from 1.</summary>
        public Func<int, CredentialsRefreshState> Next { get; init; } = static number => new(new ImmutableCredentials("AKIDSDK" + number, "secret", "token"), End);

        protected override CredentialsRefreshState GenerateNewCredentials() => Failure is null ? Next(++_number) : throw Failure;

        protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
        {
            await Gate;
            return GenerateNewCredentials();
        }
    }
}
