using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>Stands in for a service: keeps every request and gives the answers of a script, the last one again and again.</summary>
internal sealed class ScriptedService(params CannedResponse[] script) : HttpMessageHandler
{
    private readonly List<CapturedRequest> _requests = [];

    public IReadOnlyList<CapturedRequest> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _requests.Add(await CapturedRequest.FromAsync(request, cancellationToken));
        return script[Math.Min(_requests.Count, script.Length) - 1].ToMessage(request);
    }
}
