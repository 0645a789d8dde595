using System;
using System.Net.Http;
using System.Threading;

namespace DataZoneGen.Wire;

/// <summary>What one call has at hand while it runs. Calls are kept and used again, with the memory that they have gathered.</summary>
internal sealed class Call
{
    private const int MostKept = 64;

    private static readonly Call?[] Kept = new Call?[MostKept];

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

    public static Call Start(Operation operation, PipelineSettings settings, CancellationToken cancellationToken)
    {
        var call = Take() ?? new Call();
        call._operation = operation;
        call.Attempt = 0;
        call.RetryCost = 0;
        call._isBodyStillRead = false;
        call.Request.Reset(settings.IdempotencyTokenGenerator);
        call.Deadline.Start(settings.TimeProvider, settings.Timeout, cancellationToken);
        return call;
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

    public void End()
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
        Keep(this);
    }

    private void EndAttempt()
    {
        _isBodyStillRead |= _body?.TryClose() == false;
        _body = null;
        Response?.Dispose();
        Response = null;
        Body.Clear();
    }

    private static Call? Take()
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < MostKept; offset++)
        {
            ref var slot = ref Kept[(start + offset) % MostKept];
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    private static void Keep(Call call)
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < MostKept; offset++)
        {
            ref var slot = ref Kept[(start + offset) % MostKept];
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, call, null) is null)
            {
                return;
            }
        }
    }
}
