using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>What is left of a call whose answer is a stream of events: enough to say what became of it when an event tells of an error.</summary>
internal sealed class EventStreamErrorFactory(Call call) : EventOrigin
{
    private readonly Operation _operation = call.Operation;
    private readonly HttpResponseMessage _response = call.Response!;
    private readonly EventInput? _input = call.Request.EventInput;
    private readonly int _attempts = call.Attempt;

    public override AwsServiceException ReadError(ref ErrorReader error) => _operation.Service.ReadError(ref error);

    public override AwsException CreateServiceError(AwsServiceException error, string code)
    {
        ErrorFactory.Complete(error, _operation, _response, code, _attempts);
        return error;
    }

    public override AwsException CreateFormatError(WireFormatException exception, long bytePosition) =>
        new AwsMalformedResponseException($"{Name} got events that cannot be read. {exception.Message}", exception)
        {
            StatusCode = _response.StatusCode,
            RequestId = ResponseHeaders.RequestId(_response),
            Attempts = _attempts,
            Operation = _operation.Name,
            BytePosition = bytePosition,
        };

    public override AwsException CreateTransportError(Exception exception)
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
