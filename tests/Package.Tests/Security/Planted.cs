using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataZoneGen.Package.Tests.Faults;
using Xunit;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>
/// A client whose secrets are words that occur nowhere else, with a server that keeps what it was sent: the signatures of the requests are secrets
/// as well. What is searched for them must hold none.
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

    /// <summary>Fails when a secret is in one of the texts, or when there was none to find.</summary>
    public void AssertNotIn(params IEnumerable<string> texts)
    {
        var signatures = _heads.Select(static head => Signature().Match(head).Groups[1].Value).ToList();
        Assert.All(_heads, static head => Assert.Contains(SessionToken, head, StringComparison.Ordinal));
        Assert.All(_heads, static head => Assert.Contains(AskedName, head, StringComparison.Ordinal));
        Assert.All(signatures, static signature => Assert.Equal(64, signature.Length));
        foreach (var text in texts)
        {
            Assert.DoesNotContain("PLANTED", text, StringComparison.Ordinal);
            Assert.All(signatures, signature => Assert.DoesNotContain(signature, text, StringComparison.Ordinal));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    [GeneratedRegex("Signature=([0-9a-f]{64})")]
    private static partial Regex Signature();

    private byte[]? Keep(FaultRequest request)
    {
        lock (_heads)
        {
            _heads.Add(request.Head);
        }

        return Reply(request, Signature().Match(request.Head).Groups[1].Value);
    }
}
