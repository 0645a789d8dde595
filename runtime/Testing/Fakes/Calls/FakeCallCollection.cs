using System.Collections;
using System.Collections.Generic;

namespace DataZoneGen.Testing;

/// <summary>The requests that a fake received until now, in their order. Later requests do not change it.</summary>
public sealed class FakeCallCollection : IReadOnlyList<FakeCall>
{
    private readonly FakeCall[] _calls;

    internal FakeCallCollection(FakeCall[] calls) => _calls = calls;

    /// <inheritdoc/>
    public int Count => _calls.Length;

    /// <inheritdoc/>
    public FakeCall this[int index] => _calls[index];

    /// <summary>Returns the requests of a type, in their order.</summary>
    /// <typeparam name="TRequest">The type of the requests, such as <c>GetDataSourceRunRequest</c>.</typeparam>
    /// <returns>The requests.</returns>
    public IReadOnlyList<TRequest> Of<TRequest>()
        where TRequest : class
    {
        var requests = new List<TRequest>();
        foreach (var call in _calls)
        {
            if (call.Request is TRequest request)
            {
                requests.Add(request);
            }
        }

        return requests;
    }

    /// <inheritdoc/>
    public IEnumerator<FakeCall> GetEnumerator() => ((IEnumerable<FakeCall>)_calls).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
