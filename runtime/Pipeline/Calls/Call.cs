using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The state of a call. Disposing it returns it to a pool, so that the next call can reuse the object and its buffers.</summary>
internal sealed class Call : IDisposable
{
    private const int MinErrorStatus = 300;

    private readonly CallPool _pool;
    private Operation? _operation;
    private RequestBody? _body;
    private BodyReading? _reading;
    private bool _isAbandoned;
    private TimeProvider _timeProvider = TimeProvider.System;
    private string? _invocationId;
    private int _handledErrors;

    public Call(CallPool pool)
    {
        _pool = pool;
        Observer = new CallObserver(this);
    }

    public RequestWriter Request { get; } = new();

    public ResponseBody Body { get; } = new();

    public SigningScratch Scratch { get; } = new();

    public Deadline Deadline { get; } = new();

    public CallObserver Observer { get; }

    public Operation Operation => _operation!;

    /// <summary>The authentication type of the call.</summary>
    public AuthType Auth { get; set; }

    /// <summary>The endpoint parameters of the call; null for most operations.</summary>
    public EndpointContext? EndpointContext { get; set; }

    /// <summary>An empty object for the endpoint parameters, which is reused across calls.</summary>
    public EndpointContext EndpointValues { get; } = new();

    /// <summary>The response of the latest attempt.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>The body of that response, if it is streamed.</summary>
    public Stream? ResponseStream { get; private set; }

    /// <summary>Whether that response is an error. Redirects count as errors, because a request is signed for one host.</summary>
    public bool IsError => (int)Response!.StatusCode >= MinErrorStatus;

    /// <summary>The number of the latest attempt, starting at 1; 0 if nothing has been sent.</summary>
    public int Attempt { get; private set; }

    /// <summary>Whether another attempt can send the body.</summary>
    public bool CanResend => _body is null or { CanResend: true };

    /// <summary>The amount that the latest retry took from the retry quota.</summary>
    public int RetryCost { get; set; }

    /// <summary>The invocation id, which is the same for all attempts.</summary>
    public string InvocationId => _invocationId ??= Core.InvocationId.Create();

    /// <summary>The maximum duration of an attempt.</summary>
    public TimeSpan AttemptTimeout { get; private set; }

    /// <summary>The clock offset that was used to sign the latest attempt.</summary>
    public TimeSpan UsedOffset { get; set; }

    /// <summary>The clock offset by the latest response with a date; <see langword="null"/> if there is none.</summary>
    public TimeSpan? ServiceOffset { get; private set; }

    public void Start(Operation operation, PipelineSettings settings, CancellationToken cancellationToken)
    {
        _operation = operation;
        _timeProvider = settings.TimeProvider;
        _invocationId = null;
        _handledErrors = 0;
        Attempt = 0;
        RetryCost = 0;
        ServiceOffset = null;
        UsedOffset = default;
        AttemptTimeout = operation.SendsEvents ? Timeout.InfiniteTimeSpan : GetAttemptTimeout(operation, settings.AttemptTimeout);
        Request.Reset(settings.IdempotencyTokenGenerator);
        Deadline.Start(settings.TimeProvider, operation.SendsEvents ? Timeout.InfiniteTimeSpan : settings.Timeout, cancellationToken);
    }

    /// <summary>Creates the message of an attempt.</summary>
    public HttpRequestMessage CreateMessage(Uri url)
    {
        var message = RequestMessage.Create(Request, Operation.Method, url, _reading ??= new BodyReading());
        _body = message.Content as RequestBody;
        return message;
    }

    /// <summary>Clears the state of the previous attempt.</summary>
    /// <returns>The cancellation token of the call.</returns>
    public CancellationToken BeginAttempt()
    {
        EndAttempt();
        return Deadline.GetCallToken();
    }

    /// <summary>Counts an attempt, immediately before it is sent.</summary>
    public void CountAttempt() => Attempt++;

    /// <summary>
    /// Cancels reads of the request body, and waits for them to end: a handler may still send the body after the response or an error.
    /// </summary>
    public ValueTask StopBodyAsync() => _body is null ? default : StopAsync(_body.CancelAsync());

    /// <summary>
    /// Waits for canceled work on the call. If the work does not end in time, the call is abandoned: its objects are not reused.
    /// </summary>
    [AsyncMethodBuilder(typeof(PooledValueTaskMethodBuilder))]
    public async ValueTask StopAsync(Task canceled)
    {
        if (!await CancelledWork.WaitAsync(canceled, _timeProvider).ConfigureAwait(false))
        {
            _isAbandoned = true;
        }
    }

    /// <summary>Reads the body of the latest response, or opens it if it is streamed.</summary>
    [AsyncMethodBuilder(typeof(PooledValueTaskMethodBuilder))]
    public async ValueTask ReadResponseAsync(long limit, CancellationToken cancellationToken)
    {
        if (IsError || !Operation.StreamsResponse)
        {
            using var expected = FindChecksum();
            await Body.ReadAsync(Response!.Content, limit, IsError, expected, cancellationToken).ConfigureAwait(false);
            if (Operation.Service.Storage is { } storage && !IsError && storage.IsErrorBody(Body.Bytes))
            {
                // The service had started the response before the error occurred.
                Response.StatusCode = HttpStatusCode.InternalServerError;
                Response.ReasonPhrase = null;
            }
        }
        else
        {
            ResponseStream = CompareWithChecksum(await Response!.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Records the clock offset of the service, if the latest response has a date.</summary>
    public void RecordServiceTime(DateTimeOffset now) => ServiceOffset = ResponseHeaders.FindFirstDate(Response!, "Date") - now ?? ServiceOffset;

    /// <summary>Returns whether the call may recover from an authentication error: once for each kind of error.</summary>
    public bool TryRecover(AuthError error)
    {
        var isFirst = (_handledErrors & (1 << (int)error)) == 0;
        _handledErrors |= 1 << (int)error;
        return isFirst;
    }

    /// <summary>Transfers the ownership of the latest response, and of the request body if it is still being sent.</summary>
    public IDisposable DetachConnection()
    {
        IDisposable connection = Response!;
        if (_body is { IsIdle: false } body)
        {
            connection = new DuplexConnection(Response!, body, _timeProvider);
            _isAbandoned = body is BytesBody;
            _body = null;
            _reading = null;
        }

        Response = null;
        ResponseStream = null;
        return connection;
    }

    public void Dispose()
    {
        EndAttempt();
        Deadline.End();
        Scratch.Clear();
        if (_isAbandoned)
        {
            // The request may still be read, so the object is not reused.
            return;
        }

        Request.Reset(idempotencyTokens: null);
        EndpointContext = null;
        EndpointValues.Clear();
        Observer.Reset();
        _operation = null;
        _pool.Return(this);
    }

    /// <summary>Releases the resources that are kept across calls.</summary>
    public void Release()
    {
        Scratch.Dispose();
        Deadline.Dispose();
    }

    private static TimeSpan GetAttemptTimeout(Operation operation, TimeSpan setting)
    {
        if (setting == Timeout.InfiniteTimeSpan)
        {
            return setting;
        }

        var min = ServiceCustomizations.GetMinAttemptTimeout(operation.Service.ServiceId, operation.Name);
        return setting < min ? min : setting;
    }

    private ExpectedChecksum? FindChecksum() => (IsError ? null : Operation.Checksum?.FindExpected(Request, Response!))
        ?? ServiceCustomizations.FindChecksum(Operation.Service.ServiceId, Response!);

    [SuppressMessage("Reliability", "CA2000", Justification = "The stream belongs to the response, which the caller disposes.")]
    private Stream CompareWithChecksum(Stream stream) => FindChecksum() is { } expected ? CreateChecksumStream(stream, expected) : stream;

    /// <summary>Creates the stream for a body that the caller reads after this object has been reused.</summary>
    private ChecksumStream CreateChecksumStream(Stream stream, ExpectedChecksum expected)
    {
        var (operation, response, attempts) = (Operation, Response!, Attempt);
        var length = ResponseBody.GetDeclaredLength(response.Content);
        return new ChecksumStream(stream, expected, length > 0 ? length : null, exception => ChecksumError.Create(exception, operation, response, attempts));
    }

    private void EndAttempt()
    {
        if (_body is not null)
        {
            _isAbandoned |= !_body.CancelAsync().IsCompleted;
            _reading = _reading!.TryReset() ? _reading : null;
            _body = null;
        }

        Response?.Dispose();
        Response = null;
        ResponseStream = null;
        Body.Clear();
    }
}
