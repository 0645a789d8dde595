using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Builds asynchronous methods that return a value task without a result. The caller must await it exactly once.</summary>
/// <seealso cref="PooledTaskMethodBuilder{TResult}"/>
[SuppressMessage("Performance", "CA1822", Justification = "The compiler requires instance methods.")]
internal struct PooledValueTaskMethodBuilder
{
    private StateMachineBox _box;

    public ValueTask Task => new(_box, _box.Version);

    public static PooledValueTaskMethodBuilder Create() => default;

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
        => StateMachineBox<TStateMachine>.Start(out _box, ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
        // Only called for state machines that are classes.
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => awaiter.OnCompleted(_box.Suspend());

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => awaiter.UnsafeOnCompleted(_box.Suspend());

    public void SetResult() => _box.SetResult();

    public void SetException(Exception exception) => _box.SetException(exception);
}
