using System;

namespace DataZoneGen.Core;

/// <summary>The pool of call objects of a client.</summary>
internal sealed class CallPool : IDisposable
{
    private readonly ObjectPool<Call> _calls = new();

    public Call Rent() => _calls.Rent() ?? new Call(this);

    public void Return(Call call)
    {
        if (!_calls.TryReturn(call))
        {
            call.Release();
        }
    }

    /// <summary>Releases the pooled calls. Calls that end later are garbage collected.</summary>
    public void Dispose()
    {
        while (_calls.Rent() is { } call)
        {
            call.Release();
        }
    }
}
