using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// Builds asynchronous methods that return a task and reuse the memory of their state machines. In contrast to the framework's builders, its code for the
/// methods of this library is in the library's ReadyToRun image, so that the first call does not wait for the just-in-time compiler.
/// </summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
[SuppressMessage("Performance", "CA1822", Justification = "The compiler requires instance methods.")]
internal struct PooledTaskMethodBuilder<TResult>
{
    private AsyncTaskMethodBuilder<TResult> _promise;
    private StateMachineBox _box;

    public Task<TResult> Task => _promise.Task;

    public static PooledTaskMethodBuilder<TResult> Create() => default;

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        // The task is created before this builder is copied with the state machine.
        _ = _promise.Task;
        StateMachineBox<TStateMachine>.Start(out _box, ref stateMachine);
    }

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

    public void SetResult(TResult result) => End().SetResult(result);

    public void SetException(Exception exception) => End().SetException(exception);

    /// <summary>Returns the box, which contains this builder, before continuations of the task run.</summary>
    private AsyncTaskMethodBuilder<TResult> End()
    {
        var promise = _promise;
        _box.Return();
        return promise;
    }
}
