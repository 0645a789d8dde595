using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Responds with recorded responses.</summary>
internal sealed class ReplayHandler : HttpMessageHandler
{
    private const int MaxNearest = 3;
    private const int MaxInputLength = 1000;

    private readonly FakeService _service;
    private readonly string _path;
    private readonly Dictionary<string, Recorded> _calls = new(StringComparer.Ordinal);

    public ReplayHandler(FakeService service, string path)
    {
        (_service, _path) = (service, path);
        foreach (var call in RecordingFile.Read(path))
        {
            var operation = service.Operations.FirstOrDefault(operation => operation.Name == call.Operation)
                ?? throw new InvalidDataException($"The file '{path}' has a call of {call.Operation}, but the fake of {service.ServiceId} has no such operation.");
            var key = RequestKey.Create(operation, call.Request);
            if (!_calls.TryGetValue(key, out var recorded))
            {
                _calls.Add(key, recorded = new Recorded(operation));
            }

            recorded.Responses.Add(call.Response);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorder = await RequestRecorder.CreateAsync(_service, request, cancellationToken).ConfigureAwait(false)
            ?? throw new FakeHandlerException($"The fake of {_service.ServiceId} has no operation for {request.Method} {request.RequestUri?.AbsolutePath}.");
        var key = RequestKey.Create(recorder.Operation, recorder.Request);
        return _calls.TryGetValue(key, out var recorded)
            ? CreateMessage(recorded.Next(), request)
            : throw new FakeHandlerException(Describe(recorder.Operation, key));
    }

    private static HttpResponseMessage CreateMessage(RecordedResponse response, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(response.Body.ToBytes()),
        };
        foreach (var (name, value) in response.Headers)
        {
            MessageHeaders.AddReceived(name == "content-type" || MessageHeaders.IsContentHeader(name) ? message.Content.Headers : message.Headers, name, value);
        }

        return message;
    }

    private string Describe(FakeOperation operation, string key)
    {
        var text = new StringBuilder($"The recording '{_path}' has no call of {operation.Name} with this input:\n{Shorten(key)}");
        var others = _calls.Where(call => call.Value.Operation == operation).Select(static call => call.Key).OrderByDescending(other => GetSimilarity(key, other)).ToList();
        text.Append(others.Count == 0 ? "\nIt has no call of this operation at all." : "\nThe nearest recorded inputs:");
        foreach (var other in others.Take(MaxNearest))
        {
            text.Append('\n').Append(Shorten(other));
        }

        return text.Append("\nRecord the calls again if the input of the code has changed.").ToString();
    }

    /// <summary>Returns the length of the parts at the start and at the end that two keys have in common.</summary>
    private static int GetSimilarity(string left, string right)
    {
        var start = left.AsSpan().CommonPrefixLength(right);
        var end = 0;
        while (end < Math.Min(left.Length, right.Length) - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        return start + end;
    }

    private static string Shorten(string key) => key.Length > MaxInputLength ? key[..MaxInputLength] + "…" : key;

    /// <summary>The responses to equal inputs, in the order of the recording. The last one repeats.</summary>
    private sealed class Recorded(FakeOperation operation)
    {
        private int _next = -1;

        public FakeOperation Operation => operation;

        public List<RecordedResponse> Responses { get; } = [];

        public RecordedResponse Next()
        {
            var next = Interlocked.Increment(ref _next);
            return Responses[next < 0 ? ^1 : Math.Min(next, Responses.Count - 1)];
        }
    }
}
