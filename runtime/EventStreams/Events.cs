using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Streams of events that generated code needs by themselves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Events
{
    /// <summary>A stream that ends at once: what a response holds that did not come from a service.</summary>
    /// <typeparam name="TEvent">The events that it could have.</typeparam>
    /// <returns>The stream, always the same.</returns>
    public static IAsyncEnumerable<TEvent> None<TEvent>() => Nothing<TEvent>.Instance;

    private sealed class Nothing<TEvent> : IAsyncEnumerable<TEvent>, IAsyncEnumerator<TEvent>
    {
        public static readonly Nothing<TEvent> Instance = new();

        public TEvent Current => default!;

        public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => new(false);

        public ValueTask DisposeAsync() => default;
    }
}
