using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Sends requests with another handler, and records them with their responses. Event streams are sent, but not recorded.</summary>
internal sealed class RecordingHandler : DelegatingHandler
{
    private readonly object _lock = new();
    private readonly FakeService _service;
    private readonly string _path;
    private bool _hasCalls;

    public RecordingHandler(FakeService service, string path, HttpMessageHandler innerHandler)
        : base(innerHandler)
    {
        (_service, _path) = (service, path);
        RecordingFile.Create(path);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RequestRecorder.IsEventStream(request.Content))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var recorder = await RequestRecorder.CreateAsync(_service, request, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (recorder is not null && !RequestRecorder.IsEventStream(response.Content))
        {
            var recorded = await recorder.RecordAsync(response, cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                RecordingFile.Append(_path, new RecordedCall(recorder.Operation.Name, recorder.Request, recorded), isFirst: !_hasCalls);
                _hasCalls = true;
            }
        }

        return response;
    }
}
