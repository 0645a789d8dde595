using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>What to wait for: an operation to ask, and what its answers mean. Generated code has one object for each waiter of the model.</summary>
/// <typeparam name="TRequest">The operation's input.</typeparam>
/// <typeparam name="TResponse">The operation's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Waiter<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    /// <summary>Takes down the waiter's constants.</summary>
    /// <param name="name">The waiter's name.</param>
    /// <param name="operation">The operation to ask.</param>
    /// <param name="delay">The shortest time between two questions.</param>
    /// <param name="maxAttempts">How many such times to wait at most.</param>
    protected Waiter(string name, Operation<TRequest, TResponse> operation, TimeSpan delay, int maxAttempts)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        Name = name;
        Operation = operation;
        Delay = delay;
        MaxAttempts = maxAttempts;
    }

    internal string Name { get; }

    internal Operation<TRequest, TResponse> Operation { get; }

    internal TimeSpan Delay { get; }

    internal int MaxAttempts { get; }

    /// <summary>What a response means.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The meaning; <see cref="WaiterState.Unmatched"/> goes on asking.</returns>
    protected internal abstract WaiterState OnResponse(TResponse response);

    /// <summary>What an error of the service means.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The meaning; <see cref="WaiterState.Unmatched"/> ends the wait with the error.</returns>
    protected internal virtual WaiterState OnError(AwsServiceException error) => WaiterState.Unmatched;

    /// <summary>Asks until an answer decides or time is up.</summary>
    internal async Task<TResponse?> RunAsync(
        Func<CancellationToken, Task<TResponse>> ask,
        WaiterSchedule schedule,
        IProgress<TResponse>? progress,
        CancellationToken cancellationToken)
    {
        var start = schedule.Start();
        TResponse? response = null;
        for (var attempt = 1; ; attempt++)
        {
            WaiterState state;
            AwsServiceException? error = null;
            try
            {
                response = await ask(cancellationToken).ConfigureAwait(false);
                progress?.Report(response);
                state = OnResponse(response);
            }
            catch (AwsServiceException exception) when (OnError(exception) != WaiterState.Unmatched)
            {
                error = exception;
                state = OnError(exception);
            }

            switch (state)
            {
                case WaiterState.Success:
                    return response;
                case WaiterState.Failure:
                    throw new WaiterFailedException($"What {Name} waits for can no longer happen.", error)
                    {
                        WaiterName = Name,
                        Attempts = attempt,
                        LastResponse = response,
                    };
            }

            if (!await schedule.DelayAsync(start, attempt, cancellationToken).ConfigureAwait(false))
            {
                throw new WaiterTimeoutException($"What {Name} waits for did not happen within {schedule.Timeout}.", error)
                {
                    WaiterName = Name,
                    Attempts = attempt,
                    LastResponse = response,
                };
            }
        }
    }
}
