using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks.Sources;

namespace DataZoneGen.Core;

/// <summary>The memory of an asynchronous method while it runs, and the source of its value task. Boxes are pooled.</summary>
internal abstract class StateMachineBox : IValueTaskSource
{
    // The framework has compiled code for results of reference types. The methods have no result.
    private ManualResetValueTaskSourceCore<object?> _source;
    private ExecutionContext? _context;
    private readonly Action _moveNext;

    protected StateMachineBox() => _moveNext = MoveNext;

    /// <summary>The token of the value task that this box completes.</summary>
    public short Version => _source.Version;

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
    public abstract void Return();

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

    /// <summary>Runs the method to its next await or to its end.</summary>
    protected abstract void RunStateMachine();

    /// <summary>Clears the execution context.</summary>
    protected void Clear() => _context = null;

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
    private static readonly ObjectPool<StateMachineBox<TStateMachine>> Pool = new();

    private TStateMachine? _stateMachine;

    /// <summary>Starts a method in a box.</summary>
    /// <param name="box">Receives the box before the state machine, which may contain this field, is copied.</param>
    /// <param name="stateMachine">The state machine.</param>
    public static void Start(out StateMachineBox box, ref TStateMachine stateMachine)
    {
        var rented = Pool.Rent() ?? new StateMachineBox<TStateMachine>();
        box = rented;
        rented._stateMachine = stateMachine;
        rented.Run();
    }

    public override void Return()
    {
        Clear();
        _stateMachine = default;
        Pool.TryReturn(this);
    }

    protected override void RunStateMachine() => _stateMachine!.MoveNext();
}
