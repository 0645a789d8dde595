using System;
using System.IO;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>What one call has at hand while it runs. When it is disposed of, the next call uses it, with the memory that it has gathered.</summary>
internal sealed class Call : IDisposable
{
    private const int FirstErrorStatus = 300;

    private readonly CallPool _pool;
    private Operation? _operation;
    private RequestBody? _body;
    private BodyReading? _reading;
    private bool _isAbandoned;
    private TimeProvider _timeProvider = TimeProvider.System;
    private string? _invocationId;
    private bool _isDateMended;
    private bool _isIdentityMended;

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

    /// <summary>How the call is authenticated.</summary>
    public AuthType Auth { get; set; }

    /// <summary>What the call tells the endpoint rules; null for most operations.</summary>
    public EndpointContext? EndpointContext { get; set; }

    /// <summary>The answer to the latest attempt.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>The body of that answer, where it is handed on as a stream.</summary>
    public Stream? ResponseStream { get; private set; }

    /// <summary>Whether that answer is an error. Redirects are: a request is signed for one host.</summary>
    public bool IsError => (int)Response!.StatusCode >= FirstErrorStatus;

    /// <summary>The number of the latest attempt that was sent, from 1; 0 as long as nothing was sent.</summary>
    public int Attempt { get; private set; }

    /// <summary>Whether another attempt can send the body.</summary>
    public bool CanSendAgain => _body is null or { CanSendAgain: true };

    /// <summary>What the latest retry took from the quota of retries.</summary>
    public int RetryCost { get; set; }

    /// <summary>The call's id, which all of its attempts carry.</summary>
    public string InvocationId => _invocationId ??= Core.InvocationId.Create();

    /// <summary>The longest that an attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; private set; }

    /// <summary>How far the service's clock was taken to be ahead of this machine's when the latest attempt was dated.</summary>
    public TimeSpan UsedOffset { get; set; }

    /// <summary>How far it is ahead by the call's latest answer that has a date; <see langword="null"/> before there is one.</summary>
    public TimeSpan? ServiceOffset { get; private set; }

    public void Start(Operation operation, PipelineSettings settings, CancellationToken cancellationToken)
    {
        _operation = operation;
        _timeProvider = settings.TimeProvider;
        _invocationId = null;
        _isDateMended = false;
        _isIdentityMended = false;
        Attempt = 0;
        RetryCost = 0;
        ServiceOffset = null;
        UsedOffset = default;
        AttemptTimeout = operation.SendsEvents ? Timeout.InfiniteTimeSpan : settings.AttemptTimeout;
        Request.Reset(settings.IdempotencyTokenGenerator);
        Deadline.Start(settings.TimeProvider, operation.SendsEvents ? Timeout.InfiniteTimeSpan : settings.Timeout, cancellationToken);
    }

    /// <summary>Makes the message of an attempt.</summary>
    public HttpRequestMessage CreateMessage(Uri url)
    {
        var message = RequestMessage.Create(Request, Operation.Method, url, _reading ??= new BodyReading());
        _body = message.Content as RequestBody;
        return message;
    }

    /// <summary>Drops what the last attempt left behind.</summary>
    /// <returns>The token for the next one, which ends with the call.</returns>
    public CancellationToken BeginAttempt()
    {
        EndAttempt();
        return Deadline.ForCall();
    }

    /// <summary>Counts an attempt that is being sent.</summary>
    public void CountAttempt() => Attempt++;

    /// <summary>
    /// Ends whoever still reads the body of the latest attempt, and waits for it: a handler may go on sending after the response, or an error, has come.
    /// </summary>
    public ValueTask StopBodyAsync() => _body is null ? default : StopAsync(_body.CancelAsync());

    /// <summary>
    /// Waits for work on the call that has been cancelled. If it does not end, the call is left to it: nothing that it uses serves another call.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask StopAsync(Task cancelled)
    {
        if (!await CancelledWork.WaitAsync(cancelled, _timeProvider).ConfigureAwait(false))
        {
            _isAbandoned = true;
        }
    }

    /// <summary>Reads the body of the latest answer; one that is handed on as a stream is only opened.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadResponseAsync(long limit, CancellationToken cancellationToken)
    {
        if (IsError || !Operation.StreamsResponse)
        {
            await Body.ReadAsync(Response!.Content, limit, IsError, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            ResponseStream = await Response!.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes down what time the service has, if the latest answer says so.</summary>
    public void RecordServiceTime(DateTimeOffset now) => ServiceOffset = ResponseHeaders.FirstDate(Response!, "Date") - now ?? ServiceOffset;

    /// <summary>Allows for a refusal to be mended, each kind once in a call.</summary>
    public bool TryRecover(AuthError refusal)
    {
        ref var isMended = ref refusal == AuthError.ClockSkew ? ref _isDateMended : ref _isIdentityMended;
        var isFirst = !isMended;
        isMended = true;
        return isFirst;
    }

    /// <summary>Leaves the latest response to another owner, and with it the body of the request where that is still being sent.</summary>
    public IDisposable TakeConnection()
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
            // Someone may still read what the request holds: it is left to the garbage collector, with all the rest.
            return;
        }

        Request.Reset(idempotencyTokens: null);
        EndpointContext = null;
        Observer.Reset();
        _operation = null;
        _pool.Keep(this);
    }

    /// <summary>Lets go of what outlives calls.</summary>
    public void Free()
    {
        Scratch.Dispose();
        Deadline.Dispose();
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
