using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataZoneGen.Package.Tests.Faults;
using Xunit;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>No text from the client contains a planted secret.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task TextsOfRequestsAndResponsesContainNoSecret()
    {
        await using var planted = new PlantedSecrets();

        var response = await planted.Client.ListDataSourcesAsync(planted.Request);

        Assert.Equal(PlantedSecrets.ResponseName, response.Items[0].Name);
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
        await using var planted = new PlantedSecrets();
        var response = await planted.Client.ListDataSourcesAsync(planted.Request);
        var presigned = await planted.Client.PresignAsync(planted.Request, TimeSpan.FromMinutes(1));

        string[] shown =
        [
            .. DebuggerView.Read(planted.Request), .. DebuggerView.Read(response), .. DebuggerView.Read(planted.Options), .. DebuggerView.Read(planted.Client),
            .. DebuggerView.Read(presigned),
        ];

        await PlantedSecrets.SendAsync(presigned);
        Assert.Equal(2, planted.Signatures().Count);
        Assert.Contains(shown, static line => line.EndsWith("Region = us-east-1", StringComparison.Ordinal));
        Assert.Contains(shown, static line => line.EndsWith("Name = ***", StringComparison.Ordinal));
        planted.AssertNotIn(shown);
    }

    [Fact]
    public async Task APresignedRequestShowsNoSecret()
    {
        using var observer = new Observer();
        await using var planted = new PlantedSecrets(observer: observer);

        var presigned = await planted.Client.PresignAsync(planted.Request, TimeSpan.FromMinutes(1));
        string[] emitted = [presigned.ToString(), .. DebuggerView.Read(presigned), .. observer.Texts];

        Assert.Contains(PlantedSecrets.SessionToken, presigned.Url.Query, StringComparison.Ordinal);
        Assert.Contains(PlantedSecrets.RequestName, presigned.Url.Query, StringComparison.Ordinal);
        await PlantedSecrets.SendAsync(presigned);
        Assert.EndsWith("X-Amz-Signature=" + Assert.Single(planted.Signatures()), presigned.Url.Query, StringComparison.Ordinal);
        planted.AssertNotIn(emitted);
    }

    [Theory]
    [InlineData(nameof(Fault.None))]
    [InlineData(nameof(Fault.ServiceUnavailable))]
    [InlineData(nameof(Fault.TooManyRequests))]
    [InlineData(nameof(Fault.ResetBeforeResponse))]
    [InlineData(nameof(Fault.HtmlInsteadOfJson))]
    public async Task LogsTracesAndMetricsContainNoSecret(string fault)
    {
        using var observer = new Observer();
        await using var planted = new PlantedSecrets(Enum.Parse<Fault>(fault), observer);

        _ = await Record.ExceptionAsync(() => planted.Client.ListDataSourcesAsync(planted.Request));

        Assert.Contains(observer.Texts, static text => text.StartsWith("line ", StringComparison.Ordinal) && text.Contains("ListDataSources", StringComparison.Ordinal));
        Assert.Contains(observer.Texts, static text => text.StartsWith("span ", StringComparison.Ordinal) && text.Contains("ListDataSources", StringComparison.Ordinal));
        Assert.Contains(observer.Texts, static text => text.StartsWith("metric ", StringComparison.Ordinal) && text.Contains("ListDataSources", StringComparison.Ordinal));
        planted.AssertNotIn(observer.Texts);
    }

    /// <summary>Logs and traces do not contain a request that the service quotes.</summary>
    [Fact]
    public async Task LogsAndTracesOfARejectedSignatureContainNoSecret()
    {
        using var observer = new Observer();
        await using var planted = new PlantedSecrets(observer: observer) { Reply = Quoting };

        await FailAsync<DataZoneException>(planted);

        planted.AssertNotIn(observer.Texts);
    }

    /// <summary>Services that reject a signature quote the canonical request and the string to sign.</summary>
    [Fact]
    public async Task ARequestQuotedByTheServiceIsRemovedFromTheMessage()
    {
        await using var planted = new PlantedSecrets { Reply = Quoting };

        var exception = await FailAsync<DataZoneException>(planted);

        Assert.Equal("The request signature we calculated does not match.", exception.Message);
        planted.AssertNotIn(All(exception));
    }

    [Fact]
    public async Task TokenAndSignatureAreRemovedFromTheServiceMessage()
    {
        await using var planted = new PlantedSecrets
        {
            Reply = static (_, signature) =>
                FaultResponses.Error("400 Bad Request", "ValidationException", "Token " + PlantedSecrets.SessionToken + " and signature " + signature + " are odd."),
        };

        var exception = await FailAsync<ValidationException>(planted);

        Assert.Equal("Token *** and signature *** are odd.", exception.Message);
        planted.AssertNotIn(All(exception));
    }

    [Theory]
    [InlineData("{\"message\":\"m\",\"name\":\"PLANTED-response-name\"")]
    [InlineData("{\"name\":\"PLANTED-response-name")]
    [InlineData("{\"message\":\"m\",,\"name\":\"PLANTED-response-name\"}")]
    public async Task ADamagedErrorIsNotQuoted(string body)
    {
        await using var planted = new PlantedSecrets
        {
            Reply = (_, _) => Encoding.UTF8.GetBytes("HTTP/1.1 400 Bad Request\r\nContent-Length: " + body.Length + "\r\n\r\n" + body),
        };

        planted.AssertNotIn(All(await FailAsync<DataZoneException>(planted)));
    }

    [Theory]
    [InlineData("{\"items\":[{\"name\":\"PLANTED-response-name\"")]
    [InlineData("{\"items\":[{\"name\":\"PLANTED-response-name\", PLANTED}]}")]
    [InlineData("\"PLANTED-response-name\"")]
    [InlineData("PLANTED-response-name")]
    public async Task ADamagedResponseIsNotQuoted(string body)
    {
        await using var planted = new PlantedSecrets
        {
            Reply = (_, _) => Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.Length + "\r\n\r\n" + body),
        };

        planted.AssertNotIn(All(await FailAsync<AwsMalformedResponseException>(planted)));
    }

    [Theory]
    [InlineData("{\"items\":[{\"schedule\":\"PLANTED-response-name\"}]}")]
    [InlineData("{\"items\":\"PLANTED-response-name\"}")]
    [InlineData("{\"items\":[{\"lastRunAt\":\"PLANTED-response-name\"}]}")]
    [InlineData("{\"items\":[\"PLANTED-response-name\"]}")]
    public async Task AMemberThatCannotBeReadIsNotQuoted(string body)
    {
        await using var planted = new PlantedSecrets
        {
            Reply = (_, _) => Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.Length + "\r\n\r\n" + body),
        };

        var response = await planted.Client.ListDataSourcesAsync(planted.Request);

        planted.AssertNotIn(response.ToString(), string.Concat(response.Items));
    }

    [Theory]
    [InlineData(nameof(Fault.ResetBeforeResponse))]
    [InlineData(nameof(Fault.TruncatedHeaders))]
    [InlineData(nameof(Fault.LengthTooLong))]
    [InlineData(nameof(Fault.NotHttp))]
    [InlineData(nameof(Fault.HtmlErrorPage))]
    [InlineData(nameof(Fault.ServiceUnavailable))]
    public async Task ExceptionsOfConnectionFaultsContainNoSecret(string fault)
    {
        await using var planted = new PlantedSecrets(Enum.Parse<Fault>(fault));

        planted.AssertNotIn(All(await FailAsync<AwsException>(planted)));
    }

    [Fact]
    public void InvalidCredentialsAreNotQuoted()
    {
        var token = Assert.Throws<ArgumentException>(() => new AwsCredentials("AKIDEXAMPLE", PlantedSecrets.SecretKey, PlantedSecrets.SessionToken + "\r\n"));
        var id = Assert.Throws<ArgumentException>(() => new AwsCredentials("PLANTED id", PlantedSecrets.SecretKey));

        Assert.DoesNotContain("PLANTED", token.ToString() + id, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEndpointWithAPasswordIsRejectedAndNotQuoted()
    {
        var exception = Assert.Throws<ArgumentException>(() => new DataZoneClient(new() { Endpoint = new Uri("https://me:PLANTED@localhost/") }));

        Assert.DoesNotContain("PLANTED", exception.ToString(), StringComparison.Ordinal);
    }

    private static async Task<T> FailAsync<T>(PlantedSecrets planted)
        where T : Exception => await Assert.ThrowsAnyAsync<T>(() => planted.Client.ListDataSourcesAsync(planted.Request));

    /// <summary>Returns the texts and members of an exception and its inner exceptions.</summary>
    private static IEnumerable<string> All(Exception exception)
    {
        IEnumerable<string> texts = [exception.ToString()];
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            texts = texts.Concat(DebuggerView.Read(cause)).Append(cause.Message).Concat(cause.Data.Values.Cast<object>().Select(static v => v.ToString()!));
        }

        return texts;
    }

    private static byte[] Quoting(FaultRequest request, string signature) => FaultResponses.Error("403 Forbidden", "InvalidSignatureException", Json(
        "The request signature we calculated does not match.\n\nThe Canonical String for this request should have been\n'GET\n"
        + request.Target + "\nx-amz-security-token:" + PlantedSecrets.SessionToken + "'\n\nThe String-to-Sign should have been\n'" + signature + "'"));

    private static string Json(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);
}
