using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline;

public class UserAgentTests
{
    [Fact]
    public async Task It_has_AWS_s_form_and_our_name_first()
        => Assert.Matches(
            @"^DataZoneGen/\d+\.\d+\.\d+ ua/2\.1 api/test_store#2026-01-02 os/[a-z]+#[0-9.]+ lang/dotnet#\d+\.\d+\.\d+ m/E,e$",
            await OfAsync(_ => { }));

    [Fact]
    public async Task The_application_s_id_is_in_it()
        => Assert.Contains(" app/uksb-1#nightly m/", await OfAsync(options => options.AppId = "uksb-1#nightly"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a/b")]
    [InlineData("line\r\nx: y")]
    [InlineData("gr\u00fcn")]
    [InlineData("(a)")]
    public void An_id_with_other_characters_is_refused(string id)
        => Assert.Equal("AppId", Assert.Throws<ArgumentException>(() => new TestClient(new() { AppId = id })).ParamName);

    [Fact]
    public void An_id_of_more_than_50_characters_is_refused()
    {
        using var longest = new TestClient(new() { AppId = new('a', 50) });

        Assert.Throws<ArgumentException>(() => new TestClient(new() { AppId = new('a', 51) }));
    }

    [Fact]
    public async Task Where_the_code_runs_is_in_it_escaped()
        => Assert.Contains(
            " exec-env/AWS_Lambda_dotnet8--x-y- ",
            await OfAsync(options => options.Variables = new(name => name == "AWS_EXECUTION_ENV" ? "AWS_Lambda_dotnet8\r\nx y#" : null)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("name", "value", " c/name#value")]
    [InlineData("na me", "va lue", " c/na-me#va-lue")]
    [InlineData("na#me", "va#lue", " c/na-me#va#lue")]
    [InlineData("na/me", "va/lue", " c/na-me#va-lue")]
    [InlineData("a\r\nb", "\u00e4(;)", " c/a--b#----")]
    [InlineData("!$%&'*+-.^_`|~", "1", " c/!$%&'*+-.^_`|~#1")]
    [InlineData("name", null, " c/name")]
    [InlineData("name", "", " c/name")]
    public void What_is_not_of_a_token_becomes_a_hyphen(string name, string? value, string expected)
    {
        var text = new StringBuilder();
        UserAgent.Append(text, "c", name, value);

        Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public async Task The_adaptive_mode_is_counted_as_such()
        => Assert.EndsWith(" m/F,e", await OfAsync(options => options.RetryMode = RetryMode.Adaptive), StringComparison.Ordinal);

    [Fact]
    public async Task Features_in_use_are_told_by_letter()
        => Assert.EndsWith(
            " m/F,N",
            await OfAsync(options =>
            {
                options.Endpoint = new Uri("http://127.0.0.1:8080");
                options.Credentials = new Rolling();
                options.RetryMode = RetryMode.Adaptive;
            }),
            StringComparison.Ordinal);

    private static async Task<string> OfAsync(Action<AwsClientOptions> configure)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, configure);
        await client.GetItemAsync("id");
        return handler.Seen.Single().Headers["User-Agent"];
    }

    private sealed class Rolling : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(System.Threading.CancellationToken cancellationToken) => new(TestClient.Credentials);
    }
}
