using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataZoneGen.Package.Tests.Faults;
using Xunit;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>
/// A client whose secrets are words that occur nowhere else, with a server that keeps the requests it receives: the signatures in them are secrets
/// as well. No text that the client emits may contain one of them.
/// </summary>
internal sealed partial class Planted : IAsyncDisposable
{
    public const string SecretKey = "PLANTED-secret-key";
    public const string SessionToken = "PLANTED-session-token";

    /// <summary>The value of a sensitive member of a request.</summary>
    public const string AskedName = "PLANTED-asked-name";

    /// <summary>The value of a sensitive member of a response.</summary>
    public const string AnsweredName = "PLANTED-answered-name";

    private readonly List<string> _heads = [];

    /// <param name="fault">What goes wrong with every request.</param>
    /// <param name="observer">Where the client logs to.</param>
    public Planted(Fault fault = Fault.None, Observer? observer = null)
    {
        Server = new FaultServer(_ => fault, static _ => Answer) { Override = Keep };
        Options = new DataZoneClientOptions
        {
            Region = "us-east-1",
            Endpoint = Server.Endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", SecretKey, SessionToken),
            MaxAttempts = observer is null ? 1 : 2,
            LoggerFactory = observer,
        };
        Client = new DataZoneClient(Options);
    }

    /// <summary>A page of data sources, one of them with a name.</summary>
    public static string Answer { get; } = $$"""
        { "items": [ {
            "domainId": "d", "dataSourceId": "s", "name": "{{AnsweredName}}", "status": "READY", "type": "GLUE",
            "schedule": { "schedule": "{{AnsweredName}}", "timezone": "UTC" } } ] }
        """;

    public FaultServer Server { get; }

    public DataZoneClientOptions Options { get; }

    public DataZoneClient Client { get; }

    public ListDataSourcesRequest Request { get; } = new() { DomainIdentifier = "d", ProjectIdentifier = "p", Name = AskedName };

    /// <summary>What the server answers with in place of <see cref="Answer"/>, given the request and its signature.</summary>
    public Func<FaultRequest, string, byte[]?> Reply { get; set; } = static (_, _) => null;

    /// <summary>Sends a presigned request to the server of its client, as its recipient would, so that its signature is one of those to search for.</summary>
    public static async Task SendAsync(PresignedRequest presigned)
    {
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(presigned.Method, presigned.Url);
        using var response = await http.SendAsync(message);
    }

    /// <summary>Fails when one of the texts contains a secret or a signature that was sent, and when no signed request or no text was there.</summary>
    public void AssertNotIn(params IEnumerable<string> texts)
    {
        var searched = texts.ToList();
        var signatures = Signatures();
        Assert.NotEmpty(searched);
        Assert.NotEmpty(signatures);
        foreach (var text in searched)
        {
            Assert.DoesNotContain("PLANTED", text, StringComparison.Ordinal);
            Assert.All(signatures, signature => Assert.DoesNotContain(signature, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>The signatures of the requests that the server has received. Fails when a request lacks its signature or another secret.</summary>
    public IReadOnlyList<string> Signatures()
    {
        lock (_heads)
        {
            Assert.All(_heads, static head => Assert.Contains(SessionToken, head, StringComparison.Ordinal));
            Assert.All(_heads, static head => Assert.Contains(AskedName, head, StringComparison.Ordinal));
            return [.. _heads.Select(SignatureOf)];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    // Of the header `Authorization`, or of the parameter `X-Amz-Signature` of a presigned URL.
    [GeneratedRegex("(?: |X-Amz-)Signature=([0-9a-f]{64})(?![0-9a-f])")]
    private static partial Regex Signature();

    private static string SignatureOf(string head) => Assert.Single<Match>(Signature().Matches(head)).Groups[1].Value;

    private byte[]? Keep(FaultRequest request)
    {
        lock (_heads)
        {
            _heads.Add(request.Head);
        }

        return Reply(request, SignatureOf(request.Head));
    }
}
