using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>A waiter: the operation to poll, and what its responses and errors mean. Generated code has one instance for each waiter of the model.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Waiter<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    private const int DefaultMaxDelayFactor = 4;

    /// <summary>Initializes a new instance of the <see cref="Waiter{TRequest, TResponse}"/> class.</summary>
    /// <param name="name">The waiter's name.</param>
    /// <param name="delay">The minimum delay between two calls.</param>
    /// <param name="maxAttempts">The number of such delays after which the wait times out.</param>
    /// <param name="maxDelay">The maximum delay between two calls; <see langword="null"/> for four times the minimum.</param>
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

    /// <summary>Evaluates a response.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The state; <see cref="WaiterState.Unmatched"/> continues polling.</returns>
    protected internal abstract WaiterState OnResponse(TResponse response);

    /// <summary>Evaluates an error of the service.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The state; <see cref="WaiterState.Unmatched"/> ends the wait with the error.</returns>
    protected internal virtual WaiterState OnError(AwsServiceException error) => WaiterState.Unmatched;

    /// <summary>Polls the operation until the waiter succeeds.</summary>
    /// <param name="send">Calls the operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="options">The timeout and the delays; <see langword="null"/> for the defaults of the waiter.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The response with which the waiter succeeded.</returns>
    /// <exception cref="WaiterFailedException">The waiter can no longer succeed.</exception>
    /// <exception cref="WaiterTimeoutException">The timeout elapsed.</exception>
    /// <exception cref="AwsException">A call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the wait.</exception>
    public async Task<TResponse> WaitAsync(
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        TRequest request,
        WaiterOptions<TResponse>? options,
        CancellationToken cancellationToken) =>
        await WaitOrDefaultAsync(send, request, options, cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The waiter {Name} succeeded with an error before any response was received.");

    /// <summary>Polls the operation until the waiter succeeds. For waiters that succeed with an error, such as a not-found error.</summary>
    /// <param name="send">Calls the operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="options">The timeout and the delays; <see langword="null"/> for the defaults of the waiter.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The last response; <see langword="null"/> if the waiter succeeded with an error before any response was received.</returns>
    /// <inheritdoc cref="WaitAsync" path="/exception"/>
    public Task<TResponse?> WaitOrDefaultAsync(
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        TRequest request,
        WaiterOptions<TResponse>? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(send, request, WaiterSchedule.Create(this, options), options?.Progress, cancellationToken);
    }

    /// <summary>Polls until a response or an error decides, or until the timeout elapses.</summary>
    private async Task<TResponse?> RunAsync(
        Func<TRequest, CancellationToken, Task<TResponse>> send,
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
                response = await send(request, cancellationToken).ConfigureAwait(false);
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
                    throw new WaiterFailedException($"The waiter {Name} failed: the awaited state can no longer be reached.", error)
                    {
                        WaiterName = Name,
                        Attempts = attempt,
                        LastResponse = response,
                    };
            }

            if (!await schedule.DelayAsync(start, attempt, cancellationToken).ConfigureAwait(false))
            {
                throw new WaiterTimeoutException($"The waiter {Name} timed out after {schedule.Timeout}.", error)
                {
                    WaiterName = Name,
                    Attempts = attempt,
                    LastResponse = response,
                };
            }
        }
    }
}
