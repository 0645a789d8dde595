using System;
using System.Threading;

namespace DataZoneGen.Core;

/// <summary>A pool of objects. It keeps as many as a busy client needs concurrently.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
internal sealed class ObjectPool<T>
    where T : class
{
    private const int Capacity = 64;

    private readonly T?[] _items = new T?[Capacity];

    /// <summary>Takes an object out of the pool.</summary>
    /// <returns>The object; <see langword="null"/> if the pool is empty.</returns>
    public T? Rent()
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < Capacity; offset++)
        {
            ref var slot = ref _items[(start + offset) % Capacity];
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Puts an object into the pool.</summary>
    /// <returns><see langword="false"/> if the pool is full; otherwise, <see langword="true"/>.</returns>
    public bool TryReturn(T item)
    {
        var start = Environment.CurrentManagedThreadId;
        for (var offset = 0; offset < Capacity; offset++)
        {
            ref var slot = ref _items[(start + offset) % Capacity];
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, item, null) is null)
            {
                return true;
            }
        }

        return false;
    }
}
