using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks.Sources;

namespace DataZoneGen.Core;

/// <summary>The memory of an asynchronous method while it runs, and the source of its value task. Boxes are pooled.</summary>
/// <remarks>
/// What depends on the type of the state machine is a delegate, not a virtual method: for generic types, ahead-of-time compilation finds only methods that other
/// code names.
/// </remarks>
internal abstract class StateMachineBox : IValueTaskSource
{
    // The framework has compiled code for results of reference types. The methods have no result.
    private ManualResetValueTaskSourceCore<object?> _source;
    private ExecutionContext? _context;
    private readonly ObjectPool<StateMachineBox> _pool;
    private readonly Action _moveNext;

    protected StateMachineBox(ObjectPool<StateMachineBox> pool)
    {
        _pool = pool;
        _moveNext = MoveNext;
    }

    /// <summary>The token of the value task that this box completes.</summary>
    public short Version => _source.Version;

    /// <summary>Runs the method to its next await or to its end.</summary>
    protected Action RunStateMachine { get; init; } = null!;

    /// <summary>Clears the state machine.</summary>
    protected Action ClearStateMachine { get; init; } = null!;

    /// <summary>Captures the execution context before an await.</summary>
    /// <returns>The action that continues the method.</returns>
    public Action Suspend()
    {
        _context = ExecutionContext.Capture();
        return _moveNext;
    }

    /// <summary>Completes the value task.</summary>
    public void SetResult() => _source.SetResult(null);

    /// <summary>Completes the value task with an exception.</summary>
    public void SetException(Exception exception) => _source.SetException(exception);

    /// <summary>Clears the box, and returns it to its pool.</summary>
    public void Return()
    {
        _context = null;
        ClearStateMachine();
        _pool.TryReturn(this);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _source.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.GetResult(short token)
    {
        try
        {
            _source.GetResult(token);
        }
        finally
        {
            _source.Reset();
            Return();
        }
    }

    /// <summary>Runs the method to its first await. As with the framework's builders, its changes of the execution context do not affect the caller.</summary>
    protected void Run()
    {
        var context = ExecutionContext.Capture();
        RunStateMachine();
        if (context is not null && context != ExecutionContext.Capture())
        {
            ExecutionContext.Restore(context);
        }
    }

    private void MoveNext()
    {
        if (_context is { } context)
        {
            ExecutionContext.Run(context, static box => ((StateMachineBox)box!).RunStateMachine(), this);
        }
        else
        {
            RunStateMachine();
        }
    }
}

/// <inheritdoc cref="StateMachineBox"/>
/// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
internal sealed class StateMachineBox<TStateMachine> : StateMachineBox
    where TStateMachine : IAsyncStateMachine
{
    // Created with the first box: the code of an initializer of a generic type would not be found either.
    private static ObjectPool<StateMachineBox>? _pool;

    private TStateMachine? _stateMachine;

    private StateMachineBox(ObjectPool<StateMachineBox> pool)
        : base(pool)
    {
        RunStateMachine = MoveStateMachine;
        ClearStateMachine = Reset;
    }

    /// <summary>Starts a method in a box.</summary>
    /// <param name="box">Receives the box before the state machine, which may contain this field, is copied.</param>
    /// <param name="stateMachine">The state machine.</param>
    public static void Start(out StateMachineBox box, ref TStateMachine stateMachine)
    {
        var pool = _pool ?? Interlocked.CompareExchange(ref _pool, new ObjectPool<StateMachineBox>(), null) ?? _pool;
        var rented = (StateMachineBox<TStateMachine>?)pool.Rent() ?? new StateMachineBox<TStateMachine>(pool);
        box = rented;
        rented._stateMachine = stateMachine;
        rented.Run();
    }

    private void MoveStateMachine() => _stateMachine!.MoveNext();

    private void Reset() => _stateMachine = default;
}
