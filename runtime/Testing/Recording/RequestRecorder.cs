using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Converts a request of an operation, and its response, to their recorded form.</summary>
internal sealed class RequestRecorder
{
    private readonly SensitiveData _mask;

    private RequestRecorder(FakeOperation operation, FakeRequest request)
    {
        Operation = operation;
        _mask = new SensitiveData(operation);
        Request = new RecordedRequest(
            request.Method,
            operation.EndpointLabel is null ? null : request.Host,
            _mask.ApplyToTarget(request),
            RecordedHeaders.From(request.Headers, request.ContentHeaders, _mask, isDecoded: true),
            RecordedBody.From(request.Body.Span, request.FindHeader("Content-Type"), _mask));
    }

    public FakeOperation Operation { get; }

    public RecordedRequest Request { get; }

    /// <summary>Whether a body is an event stream, which may never end.</summary>
    public static bool IsEventStream(HttpContent? content) => content?.Headers.ContentType?.MediaType == "application/vnd.amazon.eventstream";

    /// <summary>Reads a request into memory. It can still be sent.</summary>
    /// <returns>The recorder; <see langword="null"/> if the request is not one of the service.</returns>
    public static async ValueTask<RequestRecorder?> CreateAsync(FakeService service, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (message.Content is { } content)
        {
            await content.LoadIntoBufferAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var request = FakeRequest.From(message);
        if (await service.FindAsync(request, cancellationToken).ConfigureAwait(false) is not { } operation)
        {
            return null;
        }

        await request.ReadBodyAsync(streams: false, cancellationToken).ConfigureAwait(false);
        return new RequestRecorder(operation, request);
    }

    /// <summary>Reads a response into memory. It can still be read.</summary>
    public async ValueTask<RecordedResponse> RecordAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var content = response.Content.Headers;
        return new RecordedResponse(
            (int)response.StatusCode,
            RecordedHeaders.From(response.Headers, content, _mask, isDecoded: false),
            RecordedBody.From(body, content.ContentEncoding.Count > 0 ? null : content.ContentType?.ToString(), _mask));
    }
}
