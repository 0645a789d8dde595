using System;
using System.Net.Http;
using System.Threading;

namespace DataZoneGen.Wire;

/// <summary>What one call has at hand while it runs. When it is disposed of, the next call uses it, with the memory that it has gathered.</summary>
internal sealed class Call(CallPool pool) : IDisposable
{
    private Operation? _operation;
    private RequestBody? _body;
    private bool _isBodyStillRead;

    public RequestWriter Request { get; } = new();

    public ResponseBody Body { get; } = new();

    public SigningScratch Scratch { get; } = new();

    public Deadline Deadline { get; } = new();

    public Operation Operation => _operation!;

    /// <summary>The answer to the latest attempt.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>The number of the latest attempt, from 1.</summary>
    public int Attempt { get; private set; }

    /// <summary>What the latest retry took from the quota.</summary>
    public int RetryCost { get; set; }

    public void Start(Operation operation, PipelineSettings settings, CancellationToken cancellationToken)
    {
        _operation = operation;
        _isBodyStillRead = false;
        Attempt = 0;
        RetryCost = 0;
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

    /// <summary>Leaves the latest answer to another owner.</summary>
    public HttpResponseMessage TakeResponse()
    {
        var response = Response!;
        Response = null;
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
        _operation = null;
        pool.Keep(this);
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
        Body.Clear();
    }
}
