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
/// A client with unique words as secrets, and a server that records requests, because their signatures are also secrets. No text from the client may
/// contain one of them.
/// </summary>
internal sealed partial class PlantedSecrets : IAsyncDisposable
{
    public const string SecretKey = "PLANTED-secret-key";
    public const string SessionToken = "PLANTED-session-token";

    /// <summary>The value of a sensitive member of a request.</summary>
    public const string RequestName = "PLANTED-request-name";

    /// <summary>The value of a sensitive member of a response.</summary>
    public const string ResponseName = "PLANTED-response-name";

    private readonly List<string> _heads = [];

    /// <param name="fault">The fault of every response.</param>
    /// <param name="observer">The logger factory of the client.</param>
    public PlantedSecrets(Fault fault = Fault.None, Observer? observer = null)
    {
        Server = new FaultServer(_ => fault, static _ => ResponseBody) { Override = Keep };
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

    /// <summary>A page with one data source.</summary>
    public static string ResponseBody { get; } = $$"""
        { "items": [ {
            "domainId": "d", "dataSourceId": "s", "name": "{{ResponseName}}", "status": "READY", "type": "GLUE",
            "schedule": { "schedule": "{{ResponseName}}", "timezone": "UTC" } } ] }
        """;

    public FaultServer Server { get; }

    public DataZoneClientOptions Options { get; }

    public DataZoneClient Client { get; }

    public ListDataSourcesRequest Request { get; } = new() { DomainIdentifier = "d", ProjectIdentifier = "p", Name = RequestName };

    /// <summary>Returns a response that replaces <see cref="ResponseBody"/>, given the request and its signature; null for none.</summary>
    public Func<FaultRequest, string, byte[]?> Reply { get; set; } = static (_, _) => null;

    /// <summary>Sends a presigned request to the server, so that its signature is one of the secrets.</summary>
    public static async Task SendAsync(PresignedRequest presigned)
    {
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(presigned.Method, presigned.Url);
        using var response = await http.SendAsync(message);
    }

    /// <summary>Fails if a text contains a secret or a sent signature, or if there was no signed request or no text.</summary>
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

    /// <summary>Returns the signatures of the received requests. Fails if a request lacks its signature or another secret.</summary>
    public IReadOnlyList<string> Signatures()
    {
        lock (_heads)
        {
            Assert.All(_heads, static head => Assert.Contains(SessionToken, head, StringComparison.Ordinal));
            Assert.All(_heads, static head => Assert.Contains(RequestName, head, StringComparison.Ordinal));
            return [.. _heads.Select(GetSignature)];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    // In the header `Authorization`, or in the parameter `X-Amz-Signature` of a presigned URL.
    [GeneratedRegex("(?: |X-Amz-)Signature=([0-9a-f]{64})(?![0-9a-f])")]
    private static partial Regex Signature();

    private static string GetSignature(string head) => Assert.Single<Match>(Signature().Matches(head)).Groups[1].Value;

    private byte[]? Keep(FaultRequest request)
    {
        lock (_heads)
        {
            _heads.Add(request.Head);
        }

        return Reply(request, GetSignature(request.Head));
    }
}
