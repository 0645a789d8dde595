using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Identities;

/// <summary>What becomes of a call whose source of credentials or tokens does not do what it should.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly StubHandler _handler = new(() => StubHandler.Json("{}"));

    public void Dispose() => _handler.Dispose();

    public static TheoryData<Exception> Failures => new(
        new TaskCanceledException("late"), new HttpRequestException("refused"), new IOException("gone"), new InvalidOperationException("not ready"));

    public static TheoryData<Exception> FailuresThatRepeatInput => new(
        new InvalidDataException("line 3: planted"),
        new FormatException("The format of value 'planted' is invalid."),
        new JsonException("planted"),
        new InvalidOperationException("cannot load planted", new InvalidDataException("planted")),
        new AggregateException(new InvalidOperationException(), new FormatException("planted")));

    [Fact]
    public async Task A_credentials_provider_that_returns_null_fails_the_call_and_nothing_is_sent()
    {
        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => CallAsync(GetItem.Instance, () => default));

        Assert.Contains("returned no credentials", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_handler.Seen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_token_provider_that_returns_nothing_fails_the_call_and_nothing_is_sent(string? token)
    {
        await Assert.ThrowsAsync<AwsCredentialsException>(() => CallAsync(GetItem.WithToken, () => default, () => new(token!)));

        Assert.Empty(_handler.Seen);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_a_credentials_provider_throws_is_told_as_a_failure_of_credentials_and_not_retried(Exception cause)
    {
        var asked = 0;
        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => CallAsync(GetItem.Instance, () =>
        {
            asked++;
            throw cause;
        }));

        Assert.Same(cause, exception.InnerException);
        Assert.Equal(1, asked);
        Assert.Empty(_handler.Seen);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_a_token_provider_throws_is_told_as_a_failure_of_credentials(Exception cause)
    {
        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => CallAsync(GetItem.WithToken, () => default, () => throw cause));

        Assert.Same(cause, exception.InnerException);
    }

    [Theory]
    [MemberData(nameof(FailuresThatRepeatInput))]
    public async Task A_failure_that_may_repeat_lines_of_files_is_not_shown(Exception cause)
    {
        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => CallAsync(GetItem.Instance, () => throw cause));

        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_may_repeat_lines_of_files_is_not_shown_by_a_cached_provider()
    {
        var cached = new CachedCredentialsProvider(_ => throw new InvalidDataException("planted"));

        var exception = await Assert.ThrowsAsync<AwsCredentialsException>(() => CallAsync(GetItem.Instance, () => cached.GetCredentialsAsync(default)));

        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_fails_after_its_credentials_were_refused_is_told_as_well()
    {
        var handler = new StubHandler(() => StubHandler.Json("""{"__type":"ExpiredTokenException"}""", HttpStatusCode.Forbidden));
        var asked = 0;
        var provider = new Provider(_ => asked++ == 0 ? new(TestClient.Credentials) : throw new HttpRequestException("gone"));

        await Assert.ThrowsAsync<AwsCredentialsException>(
            () => TestClient.Over(handler, options => options.Credentials = provider).GetItemAsync("id"));
    }

    [Fact]
    public async Task A_callers_cancellation_while_credentials_are_fetched_stays_a_cancellation()
    {
        using var caller = new CancellationTokenSource();
        var provider = new Provider(async token =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return TestClient.Credentials;
        });

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(
            () => TestClient.Over(_handler, options => options.Credentials = provider).GetItemAsync("id", caller.Token).WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(caller.Token, exception.CancellationToken);
    }

    private Task<GetItemResponse> CallAsync(GetItem operation, Func<ValueTask<AwsCredentials>> credentials, Func<ValueTask<string>>? token = null)
        => TestClient.Over(_handler, options =>
        {
            options.Credentials = new Provider(_ => credentials());
            options.TokenProvider = token is null ? null : new TokenProvider(token);
        }).CallAsync(operation, new GetItemRequest("id"));

    private sealed class Provider(Func<CancellationToken, ValueTask<AwsCredentials>> get) : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => get(cancellationToken);
    }

    private sealed class TokenProvider(Func<ValueTask<string>> get) : IAwsTokenProvider
    {
        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => get();
    }
}
