using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials;

public class CredentialsTests
{
    [Fact]
    public void Secrets_are_not_printed()
    {
        var text = new AwsCredentials("AKIAIOSFODNN7EXAMPLE", "the-secret", "the-token").ToString();

        Assert.Equal("AwsCredentials …MPLE", text);
    }

    [Fact]
    public void A_short_id_is_not_printed_at_all()
        => Assert.Equal("AwsCredentials", new AwsCredentials("AKIDshrt", "the-secret").ToString());

    [Theory]
    [InlineData("", "secret", null)]
    [InlineData("AKID", "", null)]
    [InlineData("AKID\r\nx: y", "secret", null)]
    [InlineData("AKID ", "secret", null)]
    [InlineData("AKID", "secret", "token\n")]
    public void What_cannot_be_sent_is_refused_without_being_repeated(string id, string secret, string? token)
    {
        var exception = Assert.Throws<ArgumentException>(() => new AwsCredentials(id, secret, token));

        Assert.DoesNotContain("AKID", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token\n", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_token_is_none()
        => Assert.Null(new AwsCredentials("AKID", "secret", "").SessionToken);

    [Fact]
    public async Task Credentials_are_a_source_of_themselves()
    {
        var credentials = new AwsCredentials("AKID", "secret");

        Assert.Same(credentials, await credentials.GetCredentialsAsync(default));
    }

    [Fact]
    public async Task The_source_is_asked_for_each_attempt()
    {
        var handler = new StubHandler(() => StubHandler.Json("", System.Net.HttpStatusCode.InternalServerError), () => StubHandler.Json("{}"));
        var rolling = new RollingCredentials();

        await TestClient.Over(handler, options => options.Credentials = rolling).GetItemAsync("id");

        Assert.Equal(["AKID1", "AKID2"], handler.Seen.Select(request => request.Headers["Authorization"].Split('=', '/')[1]));
    }

    [Fact]
    public async Task A_missing_credential_is_told_once_and_not_tried_again()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var client = TestClient.Over(handler, options => options.Credentials = new MissingCredentials());

        await Assert.ThrowsAsync<AwsCredentialsException>(() => client.GetItemAsync("id"));

        Assert.Empty(handler.Seen);
    }

    private sealed class RollingCredentials : IAwsCredentialsProvider
    {
        private int _count;

        public ValueTask<AwsCredentials> GetCredentialsAsync(System.Threading.CancellationToken cancellationToken) => new(new AwsCredentials($"AKID{++_count}", "secret"));
    }

    private sealed class MissingCredentials : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(System.Threading.CancellationToken cancellationToken)
            => throw new AwsCredentialsException("none");
    }
}
