using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Creates the exceptions of a call whose response is an event stream, after the call object has been returned to the pool.</summary>
internal sealed class EventStreamErrorFactory(Call call) : EventOrigin
{
    private readonly Operation _operation = call.Operation;
    private readonly HttpResponseMessage _response = call.Response!;
    private readonly EventInput? _input = call.Request.EventInput;
    private readonly int _attempts = call.Attempt;

    private Protocol Protocol => _operation.Service.Protocol;

    public override bool MustReadAgain(ref EventReader message)
    {
        Protocol.End(ref message.Readers);
        return Protocol.OmitUnreadable(ref message.Readers) > 0;
    }

    public override ErrorReader ReadError(string code, string? text, ReadOnlySpan<byte> payload) => Protocol.ReadEventError(_response, code, text, payload);

    public override bool MustReadAgain(ref ErrorReader error) => Protocol.OmitUnreadable(ref error.Readers) > 0;

    public override AwsServiceException CreateUnmodeledError(ref ErrorReader error) => _operation.Service.ReadError(ref error);

    public override AwsException CreateServiceError(AwsServiceException error, string code)
    {
        ErrorFactory.Complete(error, _operation, _response, code, requestId: null, _attempts);
        return error;
    }

    public override AwsException CreateFormatError(WireFormatException exception, long bytePosition) =>
        new AwsMalformedResponseException($"{Name} received events that cannot be read. {exception.Message}", exception)
        {
            StatusCode = _response.StatusCode,
            RequestId = ResponseHeaders.GetRequestId(_response),
            Attempts = _attempts,
            Operation = _operation.Name,
            BytePosition = bytePosition,
        };

    public override AwsException CreateTransportError(Exception exception)
    {
        // If the caller's own events fail, the connection ends in both directions, so that this is the actual cause.
        var cause = _input?.Failure ?? exception;
        return new AwsTransportException($"The event stream of {Name} was interrupted. {SafeText.Message(cause.Message)}", cause)
        {
            RequestId = ResponseHeaders.GetRequestId(_response),
            Attempts = _attempts,
        };
    }

    private string Name => _operation.Service.ServiceId + " " + _operation.Name;
}
