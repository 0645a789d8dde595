using System.Collections.Generic;

namespace DataZoneGen.Testing.Core;

/// <summary>The calls of a fake. Thread-safe.</summary>
internal sealed class CallLog
{
    private readonly List<FakeCall> _calls = [];

    public void Add(FakeCall call)
    {
        lock (_calls)
        {
            _calls.Add(call);
        }
    }

    public FakeCallCollection ToCollection()
    {
        lock (_calls)
        {
            return new FakeCallCollection([.. _calls]);
        }
    }

    public void Clear()
    {
        lock (_calls)
        {
            _calls.Clear();
        }
    }
}
