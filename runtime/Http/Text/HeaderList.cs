namespace DataZoneGen.Core;

/// <summary>The headers at the start of an array, which a caller can reuse.</summary>
/// <remarks>
/// This is not a span: a ReadyToRun image contains no code of the framework's generic types for the types of a library, so that the first call would have
/// to wait for the just-in-time compiler.
/// </remarks>
/// <param name="items">The array.</param>
/// <param name="count">The number of headers.</param>
internal readonly struct HeaderList(RequestHeader[] items, int count)
{
    public int Count => count;

    public ref RequestHeader this[int index] => ref items[index];

    /// <summary>Creates a list of all items of an array.</summary>
    public static HeaderList Of(params RequestHeader[] items) => new(items, items.Length);

    /// <summary>Copies the headers.</summary>
    public RequestHeader[] ToArray() => items is null ? [] : items[..count];

    public Enumerator GetEnumerator() => new(items, count);

    /// <summary>Enumerates the headers.</summary>
    public struct Enumerator(RequestHeader[] items, int count)
    {
        private int _index = -1;

        public readonly ref RequestHeader Current => ref items[_index];

        public bool MoveNext() => ++_index < count;
    }
}
