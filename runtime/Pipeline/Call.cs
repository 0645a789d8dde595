using System;
using System.IO;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>What one call has at hand while it runs. When it is disposed of, the next call uses it, with the memory that it has gathered.</summary>
internal sealed class Call : IDisposable
{
    private const int FirstErrorStatus = 300;

    private readonly CallPool _pool;
    private Operation? _operation;
    private RequestBody? _body;
    private bool _isBodyStillRead;
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

    /// <summary>What the call tells the endpoint rules; null for most operations.</summary>
    public EndpointContext? EndpointContext { get; set; }

    /// <summary>The answer to the latest attempt.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>The body of that answer, where it is handed on as a stream.</summary>
    public Stream? ResponseStream { get; private set; }

    /// <summary>Whether that answer is an error. Redirects are: a request is signed for one host.</summary>
    public bool IsError => (int)Response!.StatusCode >= FirstErrorStatus;

    /// <summary>The number of the latest attempt, from 1.</summary>
    public int Attempt { get; private set; }

    /// <summary>What the latest retry took from the quota.</summary>
    public int RetryCost { get; set; }

    /// <summary>The call's id, which all of its attempts carry.</summary>
    public string InvocationId => _invocationId ??= Wire.InvocationId.Create();

    /// <summary>The longest that an attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; private set; }

    /// <summary>How far the service's clock was taken to be ahead of this machine's when the latest attempt was dated.</summary>
    public TimeSpan UsedOffset { get; set; }

    /// <summary>How far it is ahead by the call's latest answer that has a date; <see langword="null"/> before there is one.</summary>
    public TimeSpan? ServiceOffset { get; private set; }

    public void Start(Operation operation, PipelineSettings settings, CancellationToken cancellationToken)
    {
        _operation = operation;
        _isBodyStillRead = false;
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
        if (Attempt > 1)
        {
            Request.RewindStream();
        }

        var message = RequestMessage.Create(Request, Operation.Method, url);
        _body = message.Content as RequestBody;
        return message;
    }

    /// <summary>Drops what the last attempt left behind.</summary>
    /// <returns>The token for the next one, which ends with the call.</returns>
    public CancellationToken BeginAttempt()
    {
        EndAttempt();
        Attempt++;
        return Deadline.ForCall();
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
    public void NoteServiceTime(DateTimeOffset now) => ServiceOffset = Response!.Headers.Date - now ?? ServiceOffset;

    /// <summary>Allows for a refusal to be mended, each kind once in a call.</summary>
    public bool TryMend(Refusal refusal)
    {
        ref var isMended = ref refusal == Refusal.Date ? ref _isDateMended : ref _isIdentityMended;
        var isFirst = !isMended;
        isMended = true;
        return isFirst;
    }

    /// <summary>Leaves the latest answer to another owner.</summary>
    public HttpResponseMessage TakeResponse()
    {
        var response = Response!;
        Response = null;
        ResponseStream = null;
        return response;
    }

    public void Dispose()
    {
        EndAttempt();
        Deadline.End();
        Scratch.Clear();
        if (_isBodyStillRead)
        {
            Request.AbandonBody();
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
        _isBodyStillRead |= _body?.TryClose() == false;
        _body = null;
        Response?.Dispose();
        Response = null;
        ResponseStream = null;
        Body.Clear();
    }
}
