using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>What to wait for: an operation to ask, and what its answers mean. Generated code has one object for each waiter of the model.</summary>
/// <typeparam name="TRequest">The operation's input.</typeparam>
/// <typeparam name="TResponse">The operation's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Waiter<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    private const int DefaultMaxDelayFactor = 4;

    /// <summary>Takes down the waiter's constants.</summary>
    /// <param name="name">The waiter's name.</param>
    /// <param name="delay">The shortest time between two questions.</param>
    /// <param name="maxAttempts">How many such times to wait at most.</param>
    /// <param name="maxDelay">The longest time between two questions; <see langword="null"/> for four times the shortest.</param>
    protected Waiter(string name, TimeSpan delay, int maxAttempts, TimeSpan? maxDelay = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        Name = name;
        Delay = delay;
        MaxAttempts = maxAttempts;
        MaxDelay = maxDelay ?? delay * DefaultMaxDelayFactor;
    }

    internal string Name { get; }

    internal TimeSpan Delay { get; }

    internal int MaxAttempts { get; }

    internal TimeSpan MaxDelay { get; }

    /// <summary>What a response means.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The meaning; <see cref="WaiterState.Unmatched"/> goes on asking.</returns>
    protected internal abstract WaiterState OnResponse(TResponse response);

    /// <summary>What an error of the service means.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The meaning; <see cref="WaiterState.Unmatched"/> ends the wait with the error.</returns>
    protected internal virtual WaiterState OnError(AwsServiceException error) => WaiterState.Unmatched;

    /// <summary>Asks again and again until what is waited for has happened.</summary>
    /// <param name="ask">Carries out the operation.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="options">How long and how often; <see langword="null"/> for the waiter's own times.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The response with which it had happened.</returns>
    /// <exception cref="WaiterFailedException">It can no longer happen.</exception>
    /// <exception cref="WaiterTimeoutException">Time was up.</exception>
    /// <exception cref="AwsException">Asking failed.</exception>
    /// <exception cref="OperationCanceledException">The caller ended the wait.</exception>
    public async Task<TResponse> WaitAsync(
        Func<TRequest, CancellationToken, Task<TResponse>> ask,
        TRequest request,
        WaiterOptions<TResponse>? options,
        CancellationToken cancellationToken) =>
        await WaitOrDefaultAsync(ask, request, options, cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The waiter {Name} can succeed by an error and then has no response.");

    /// <summary>The same for waiters that an error of the service can satisfy: "it is gone".</summary>
    /// <param name="ask">Carries out the operation.</param>
    /// <param name="request">What to ask.</param>
    /// <param name="options">How long and how often; <see langword="null"/> for the waiter's own times.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The last response; <see langword="null"/> when none came before the error.</returns>
    /// <inheritdoc cref="WaitAsync" path="/exception"/>
    public Task<TResponse?> WaitOrDefaultAsync(
        Func<TRequest, CancellationToken, Task<TResponse>> ask,
        TRequest request,
        WaiterOptions<TResponse>? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(ask, request, WaiterSchedule.Create(this, options), options?.Progress, cancellationToken);
    }

    /// <summary>Asks until an answer decides or time is up.</summary>
    private async Task<TResponse?> RunAsync(
        Func<TRequest, CancellationToken, Task<TResponse>> ask,
        TRequest request,
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
                response = await ask(request, cancellationToken).ConfigureAwait(false);
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
