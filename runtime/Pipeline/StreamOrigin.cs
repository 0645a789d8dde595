using System;
using System.Net.Http;

namespace DataZoneGen.Wire;

/// <summary>What is left of a call whose answer is a stream of events: enough to say what became of it when an event tells of an error.</summary>
internal sealed class StreamOrigin(Call call) : EventOrigin
{
    private readonly Operation _operation = call.Operation;
    private readonly HttpResponseMessage _response = call.Response!;
    private readonly EventInput? _input = call.Request.EventInput;
    private readonly int _attempts = call.Attempt;

    public override AwsServiceException ReadError(ref ErrorReader error) => _operation.Service.ReadError(ref error);

    public override AwsException OfService(AwsServiceException error, string code)
    {
        Failures.Complete(error, _operation, _response, code, _attempts);
        return error;
    }

    public override AwsException OfFormat(WireFormatException exception, long bytePosition) =>
        new AwsMalformedResponseException($"{Name} got events that cannot be read. {exception.Message}", exception)
        {
            StatusCode = _response.StatusCode,
            RequestId = ResponseHeaders.RequestId(_response),
            Attempts = _attempts,
            Operation = _operation.Name,
            BytePosition = bytePosition,
        };

    public override AwsException OfTransport(Exception exception)
    {
        // When the caller's own events fail, all that can be seen here is that both directions end.
        var cause = _input?.Failure ?? exception;
        return new AwsTransportException($"The events of {Name} broke off. {SafeText.Message(cause.Message)}", cause)
        {
            RequestId = ResponseHeaders.RequestId(_response),
            Attempts = _attempts,
        };
    }

    private string Name => _operation.Service.ServiceId + " " + _operation.Name;
}
