using System.Collections.Generic;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Creates event streams for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Events
{
    /// <summary>Returns an empty stream, the default of responses that did not come from a service.</summary>
    /// <typeparam name="TEvent">The type of the events.</typeparam>
    /// <returns>The stream, which is always the same object.</returns>
    public static IAsyncEnumerable<TEvent> Empty<TEvent>() => EmptyStream<TEvent>.Instance;

    private sealed class EmptyStream<TEvent> : IAsyncEnumerable<TEvent>, IAsyncEnumerator<TEvent>
    {
        public static readonly EmptyStream<TEvent> Instance = new();

        public TEvent Current => default!;

        public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => new(false);

        public ValueTask DisposeAsync() => default;
    }
}
