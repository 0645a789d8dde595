using System;
using System.Collections.Generic;
using System.Net.Http;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>Stands in for a service: keeps every request and gives the responses of a script, the last one again and again.</summary>
internal sealed class ScriptedService : IDisposable
{
    private readonly List<CapturedRequest> _requests = [];

    public ScriptedService(params CannedResponse[] script) => Handler = StubHandler.Over(async (request, cancellationToken) =>
    {
        _requests.Add(await CapturedRequest.FromAsync(request, cancellationToken));
        return script[Math.Min(_requests.Count, script.Length) - 1].ToMessage(request);
    });

    /// <summary>Initializes a new instance of the <see cref="ScriptedService"/> class.</summary>
    /// <param name="respond">Creates the response to a request.</param>
    public ScriptedService(Func<HttpRequestMessage, HttpResponseMessage> respond) => Handler = StubHandler.Over(async (request, cancellationToken) =>
    {
        _requests.Add(await CapturedRequest.FromAsync(request, cancellationToken));
        return respond(request);
    });

    public HttpMessageHandler Handler { get; }

    public IReadOnlyList<CapturedRequest> Requests => _requests;

    public void Dispose() => Handler.Dispose();
}
