using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>The calls of a client that have ended, for use again. As many are kept as a busy client has at once.</summary>
internal sealed class CallPool : IDisposable
{
    private const int MaxKept = 64;

    private readonly Call?[] _kept = new Call?[MaxKept];

    public Call Take()
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < MaxKept; offset++)
        {
            ref var slot = ref _kept[(start + offset) % MaxKept];
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } call)
            {
                return call;
            }
        }

        return new Call(this);
    }

    public void Keep(Call call)
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < MaxKept; offset++)
        {
            ref var slot = ref _kept[(start + offset) % MaxKept];
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, call, null) is null)
            {
                return;
            }
        }

        call.Free();
    }

    /// <summary>Lets go of the calls that have ended. Those that end later are left to the garbage collector.</summary>
    public void Dispose()
    {
        for (var index = 0; index < MaxKept; index++)
        {
            Interlocked.Exchange(ref _kept[index], null)?.Free();
        }
    }
}
