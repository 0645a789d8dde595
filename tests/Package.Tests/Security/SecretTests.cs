using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataZoneGen.Package.Tests.Faults;
using Xunit;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>Secrets are planted, and looked for in everything that the client emits.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task TextsOfRequestsAndResponsesHoldNoSecret()
    {
        await using var planted = new Planted();

        var response = await planted.Client.ListDataSourcesAsync(planted.Request);

        Assert.Equal(Planted.AnsweredName, response.Items[0].Name);
        planted.AssertNotIn(
            planted.Request.ToString(),
            response.ToString(),
            response.Items[0].ToString(),
            response.Items[0].Schedule!.ToString(),
            response.Metadata.ToString()!,
            planted.Options.ToString()!,
            planted.Options.Credentials!.ToString()!,
            planted.Client.ToString()!);
    }

    [Fact]
    public async Task DebuggersShowNoSecret()
    {
        await using var planted = new Planted();
        var response = await planted.Client.ListDataSourcesAsync(planted.Request);
        var presigned = await planted.Client.PresignAsync(planted.Request, TimeSpan.FromMinutes(1));

        string[] shown =
        [
            .. DebuggerView.Of(planted.Request), .. DebuggerView.Of(response), .. DebuggerView.Of(planted.Options), .. DebuggerView.Of(planted.Client),
            .. DebuggerView.Of(presigned),
        ];

        await Planted.SendAsync(presigned);
        Assert.Equal(2, planted.Signatures().Count);
        Assert.Contains(shown, static line => line.EndsWith("Region = us-east-1", StringComparison.Ordinal));
        Assert.Contains(shown, static line => line.EndsWith("Name = ***", StringComparison.Ordinal));
        planted.AssertNotIn(shown);
    }

    [Fact]
    public async Task APresignedRequestShowsNoSecret()
    {
        using var observer = new Observer();
        await using var planted = new Planted(observer: observer);

        var presigned = await planted.Client.PresignAsync(planted.Request, TimeSpan.FromMinutes(1));
        string[] emitted = [presigned.ToString(), .. DebuggerView.Of(presigned), .. observer.Texts];

        Assert.Contains(Planted.SessionToken, presigned.Url.Query, StringComparison.Ordinal);
        Assert.Contains(Planted.AskedName, presigned.Url.Query, StringComparison.Ordinal);
        await Planted.SendAsync(presigned);
        Assert.EndsWith("X-Amz-Signature=" + Assert.Single(planted.Signatures()), presigned.Url.Query, StringComparison.Ordinal);
        planted.AssertNotIn(emitted);
    }

    [Theory]
    [InlineData(nameof(Fault.None))]
    [InlineData(nameof(Fault.ServiceUnavailable))]
    [InlineData(nameof(Fault.TooManyRequests))]
    [InlineData(nameof(Fault.ResetBeforeAnswer))]
    [InlineData(nameof(Fault.HtmlInPlaceOfJson))]
    public async Task LogsTracesAndMetricsHoldNoSecret(string fault)
    {
        using var observer = new Observer();
        await using var planted = new Planted(Enum.Parse<Fault>(fault), observer);

        _ = await Record.ExceptionAsync(() => planted.Client.ListDataSourcesAsync(planted.Request));

        Assert.Contains(observer.Texts, static text => text.StartsWith("line ", StringComparison.Ordinal) && text.Contains("ListDataSources", StringComparison.Ordinal));
        Assert.Contains(observer.Texts, static text => text.StartsWith("span ", StringComparison.Ordinal) && text.Contains("ListDataSources", StringComparison.Ordinal));
        Assert.Contains(observer.Texts, static text => text.StartsWith("figure ", StringComparison.Ordinal) && text.Contains("ListDataSources", StringComparison.Ordinal));
        planted.AssertNotIn(observer.Texts);
    }

    /// <summary>What a service quotes of a request reaches no log and no trace either.</summary>
    [Fact]
    public async Task LogsAndTracesOfARefusedSignatureHoldNoSecret()
    {
        using var observer = new Observer();
        await using var planted = new Planted(observer: observer) { Reply = Quoting };

        await FailAsync<DataZoneException>(planted);

        planted.AssertNotIn(observer.Texts);
    }

    /// <summary>As services do that cannot follow a signature: they quote the request, and what they would have signed.</summary>
    [Fact]
    public async Task ARequestThatAServiceQuotesIsNotQuotedFurther()
    {
        await using var planted = new Planted { Reply = Quoting };

        var exception = await FailAsync<DataZoneException>(planted);

        Assert.Equal("The request signature we calculated does not match.", exception.Message);
        planted.AssertNotIn(All(exception));
    }

    [Fact]
    public async Task TokenAndSignatureAreTakenOutOfWhatAServiceSays()
    {
        await using var planted = new Planted
        {
            Reply = static (_, signature) =>
                FaultAnswers.Error("400 Bad Request", "ValidationException", "Token " + Planted.SessionToken + " and signature " + signature + " are odd."),
        };

        var exception = await FailAsync<ValidationException>(planted);

        Assert.Equal("Token *** and signature *** are odd.", exception.Message);
        planted.AssertNotIn(All(exception));
    }

    [Theory]
    [InlineData("{\"message\":\"m\",\"name\":\"PLANTED-answered-name\"")]
    [InlineData("{\"name\":\"PLANTED-answered-name")]
    [InlineData("{\"message\":\"m\",,\"name\":\"PLANTED-answered-name\"}")]
    public async Task AnErrorThatIsDamagedIsNotQuoted(string body)
    {
        await using var planted = new Planted
        {
            Reply = (_, _) => Encoding.UTF8.GetBytes("HTTP/1.1 400 Bad Request\r\nContent-Length: " + body.Length + "\r\n\r\n" + body),
        };

        planted.AssertNotIn(All(await FailAsync<DataZoneException>(planted)));
    }

    [Theory]
    [InlineData("{\"items\":[{\"name\":\"PLANTED-answered-name\"")]
    [InlineData("{\"items\":[{\"name\":\"PLANTED-answered-name\", PLANTED}]}")]
    [InlineData("\"PLANTED-answered-name\"")]
    [InlineData("PLANTED-answered-name")]
    public async Task AnAnswerThatIsDamagedIsNotQuoted(string body)
    {
        await using var planted = new Planted
        {
            Reply = (_, _) => Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.Length + "\r\n\r\n" + body),
        };

        planted.AssertNotIn(All(await FailAsync<AwsMalformedResponseException>(planted)));
    }

    [Theory]
    [InlineData("{\"items\":[{\"schedule\":\"PLANTED-answered-name\"}]}")]
    [InlineData("{\"items\":\"PLANTED-answered-name\"}")]
    [InlineData("{\"items\":[{\"lastRunAt\":\"PLANTED-answered-name\"}]}")]
    [InlineData("{\"items\":[\"PLANTED-answered-name\"]}")]
    public async Task AMemberThatCannotBeReadIsNotQuoted(string body)
    {
        await using var planted = new Planted
        {
            Reply = (_, _) => Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.Length + "\r\n\r\n" + body),
        };

        var response = await planted.Client.ListDataSourcesAsync(planted.Request);

        planted.AssertNotIn(response.ToString(), string.Concat(response.Items));
    }

    [Theory]
    [InlineData(nameof(Fault.ResetBeforeAnswer))]
    [InlineData(nameof(Fault.HalfWrittenHeaders))]
    [InlineData(nameof(Fault.LengthTooLong))]
    [InlineData(nameof(Fault.NotHttp))]
    [InlineData(nameof(Fault.HtmlErrorPage))]
    [InlineData(nameof(Fault.ServiceUnavailable))]
    public async Task AFaultOnTheWayGivesNothingAway(string fault)
    {
        await using var planted = new Planted(Enum.Parse<Fault>(fault));

        planted.AssertNotIn(All(await FailAsync<AwsException>(planted)));
    }

    [Fact]
    public void CredentialsThatAreRefusedAreNotQuoted()
    {
        var token = Assert.Throws<ArgumentException>(() => new AwsCredentials("AKIDEXAMPLE", Planted.SecretKey, Planted.SessionToken + "\r\n"));
        var id = Assert.Throws<ArgumentException>(() => new AwsCredentials("PLANTED id", Planted.SecretKey));

        Assert.DoesNotContain("PLANTED", token.ToString() + id, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEndpointWithAPasswordIsRefusedAndNotQuoted()
    {
        var exception = Assert.Throws<ArgumentException>(() => new DataZoneClient(new() { Endpoint = new Uri("https://me:PLANTED@localhost/") }));

        Assert.DoesNotContain("PLANTED", exception.ToString(), StringComparison.Ordinal);
    }

    private static async Task<T> FailAsync<T>(Planted planted)
        where T : Exception => await Assert.ThrowsAnyAsync<T>(() => planted.Client.ListDataSourcesAsync(planted.Request));

    /// <summary>An exception with its causes, as text, and member by member.</summary>
    private static IEnumerable<string> All(Exception exception)
    {
        IEnumerable<string> texts = [exception.ToString()];
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            texts = texts.Concat(DebuggerView.Of(cause)).Append(cause.Message).Concat(cause.Data.Values.Cast<object>().Select(static v => v.ToString()!));
        }

        return texts;
    }

    private static byte[] Quoting(FaultRequest request, string signature) => FaultAnswers.Error("403 Forbidden", "InvalidSignatureException", Json(
        "The request signature we calculated does not match.\n\nThe Canonical String for this request should have been\n'GET\n"
        + request.Target + "\nx-amz-security-token:" + Planted.SessionToken + "'\n\nThe String-to-Sign should have been\n'" + signature + "'"));

    private static string Json(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);
}
