using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>The pool of call objects of a client. It keeps as many as a busy client needs concurrently.</summary>
internal sealed class CallPool : IDisposable
{
    private const int Capacity = 64;

    private readonly Call?[] _calls = new Call?[Capacity];

    public Call Rent()
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < Capacity; offset++)
        {
            ref var slot = ref _calls[(start + offset) % Capacity];
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } call)
            {
                return call;
            }
        }

        return new Call(this);
    }

    public void Return(Call call)
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < Capacity; offset++)
        {
            ref var slot = ref _calls[(start + offset) % Capacity];
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, call, null) is null)
            {
                return;
            }
        }

        call.Release();
    }

    /// <summary>Releases the pooled calls. Calls that end later are garbage collected.</summary>
    public void Dispose()
    {
        for (var index = 0; index < Capacity; index++)
        {
            Interlocked.Exchange(ref _calls[index], null)?.Release();
        }
    }
}
