using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Core;

namespace DataZoneGen.Testing;

/// <summary>
/// A handler of an operation: conditions on the request, and a sequence of steps. Each request that meets the conditions takes the next step. The last step
/// repeats, unless <see cref="Times"/> limits it; after that, the handler no longer responds, and older handlers of the operation do.
/// </summary>
/// <remarks>All methods return this handler, so that calls can be chained. The class is thread-safe.</remarks>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
public sealed class FakeHandler<TRequest, TResponse>
    where TRequest : class
    where TResponse : AwsResponse
{
    private readonly string _operation;
    private readonly object _lock = new();
    private readonly List<FakeStep<TRequest, TResponse>> _steps = [];
    private volatile Func<TRequest, bool>[] _conditions = [];
    private int _current;
    private int _taken;

    internal FakeHandler(string operation) => _operation = operation;

    /// <summary>Adds a condition. The handler responds only to requests that meet all of its conditions.</summary>
    /// <param name="condition">Returns whether the handler responds to a request.</param>
    /// <returns>This handler.</returns>
    public FakeHandler<TRequest, TResponse> When(Func<TRequest, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        lock (_lock)
        {
            _conditions = [.. _conditions, condition];
        }

        return this;
    }

    /// <summary>Adds a step that returns a response. A response with a stream can be sent only once: use a function for a step that repeats.</summary>
    /// <param name="response">The response.</param>
    /// <returns>This handler.</returns>
    public FakeHandler<TRequest, TResponse> Then(TResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Add(new ResponseStep<TRequest, TResponse>(response));
    }

    /// <summary>Adds a step that calls a function. An <see cref="AwsServiceException"/> of the function becomes an error response.</summary>
    /// <param name="respond">Returns the response to a request.</param>
    /// <returns>This handler.</returns>
    public FakeHandler<TRequest, TResponse> Then(Func<TRequest, TResponse> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        return Add(new FunctionStep<TRequest, TResponse>(respond));
    }

    /// <summary>Adds a step that calls an asynchronous function. An <see cref="AwsServiceException"/> of the function becomes an error response.</summary>
    /// <param name="respond">Returns the response to a request. The token is canceled when the client cancels the request.</param>
    /// <returns>This handler.</returns>
    public FakeHandler<TRequest, TResponse> Then(Func<TRequest, CancellationToken, Task<TResponse>> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        return Add(new AsyncFunctionStep<TRequest, TResponse>(respond));
    }

    /// <summary>
    /// Adds a step that fails. An <see cref="AwsServiceException"/>, such as a generated exception, becomes an error response of the service; an
    /// <see cref="System.Net.Http.HttpRequestException"/> is a failure of the connection. In memory, any other exception is thrown by the client as it is.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <returns>This handler.</returns>
    public FakeHandler<TRequest, TResponse> Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Add(new ExceptionStep<TRequest, TResponse>(exception));
    }

    /// <summary>Adds a step that throttles the request, with the error and the status code that are usual for the protocol of the service.</summary>
    /// <param name="retryAfter">The delay that the response asks for; <see langword="null"/> if it does not ask for one.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public FakeHandler<TRequest, TResponse> Throttles(TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter.GetValueOrDefault(), TimeSpan.Zero, nameof(retryAfter));
        return Add(new ThrottlingStep<TRequest, TResponse>(retryAfter));
    }

    /// <summary>
    /// Adds a step that returns a status code without a body, as a gateway or a load balancer does. Use <see cref="Throws"/> for an error of the service.
    /// </summary>
    /// <param name="statusCode">The status code, from 300 to 599.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status code is not that of an error.</exception>
    public FakeHandler<TRequest, TResponse> Fails(HttpStatusCode statusCode = HttpStatusCode.InternalServerError)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)statusCode, 300, nameof(statusCode));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)statusCode, 599, nameof(statusCode));
        return Add(new StatusStep<TRequest, TResponse>(statusCode));
    }

    /// <summary>Adds a step that never responds. The request ends when the client cancels it, for example because its timeout elapsed.</summary>
    /// <returns>This handler.</returns>
    public FakeHandler<TRequest, TResponse> NeverResponds() => Add(new SilentStep<TRequest, TResponse>());

    /// <summary>Adds a step that resets the connection before it responds.</summary>
    /// <returns>This handler.</returns>
    public FakeHandler<TRequest, TResponse> ResetsConnection() => Add(new ResetStep<TRequest, TResponse>());

    /// <summary>
    /// Limits the last step to a number of requests. Without a limit, a step that is followed by another one is taken once, and the last step repeats.
    /// </summary>
    /// <param name="count">The number of requests, at least 1.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    /// <exception cref="InvalidOperationException">The handler has no step.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "The usual word of test doubles.")]
    public FakeHandler<TRequest, TResponse> Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Change(step => step with { Count = count });
    }

    /// <summary>Delays the response of the last step. The time passes on the clock of the options.</summary>
    /// <param name="delay">The delay.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    /// <exception cref="InvalidOperationException">The handler has no step.</exception>
    public FakeHandler<TRequest, TResponse> Delayed(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Change(step => step with { Delay = delay });
    }

    /// <summary>Ends the connection within the response of the last step.</summary>
    /// <param name="bytes">How many bytes of the body are sent. Default: half of the body, or nothing of a body whose length is not known.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="InvalidOperationException">The handler has no step.</exception>
    public FakeHandler<TRequest, TResponse> Truncated(int? bytes = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes.GetValueOrDefault(), nameof(bytes));
        return Change(step => step with { Body = step.Body with { IsTruncated = true, Length = bytes } });
    }

    /// <summary>Sends the body of the last step in pieces, with a delay before each. The time passes on the clock of the options.</summary>
    /// <param name="delay">The delay before each piece.</param>
    /// <param name="pieceSize">The size of a piece in bytes, at least 1.</param>
    /// <returns>This handler.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative, or the size is less than 1.</exception>
    /// <exception cref="InvalidOperationException">The handler has no step.</exception>
    public FakeHandler<TRequest, TResponse> Slowly(TimeSpan delay, int pieceSize = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(pieceSize, 1);
        return Change(step => step with { Body = step.Body with { PieceDelay = delay, PieceSize = pieceSize } });
    }

    /// <summary>Takes the next step for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="step">The step; <see langword="null"/> if the handler does not respond to the request.</param>
    /// <exception cref="FakeHandlerException">The handler has no step.</exception>
    internal bool TryTake(TRequest request, [NotNullWhen(true)] out FakeStep<TRequest, TResponse>? step)
    {
        step = null;
        foreach (var condition in _conditions)
        {
            if (!condition(request))
            {
                return false;
            }
        }

        lock (_lock)
        {
            if (_steps.Count == 0)
            {
                throw new FakeHandlerException($"A handler of {_operation} has no step. Add one, such as Then(response) or Throws(exception).");
            }

            for (; _current < _steps.Count; _current++, _taken = 0)
            {
                var candidate = _steps[_current];
                var isLast = _current == _steps.Count - 1;
                if (_taken < (candidate.Count ?? (isLast ? int.MaxValue : 1)))
                {
                    _taken += _taken < int.MaxValue - 1 ? 1 : 0;
                    step = candidate;
                    return true;
                }
            }
        }

        return false;
    }

    private FakeHandler<TRequest, TResponse> Add(FakeStep<TRequest, TResponse> step)
    {
        lock (_lock)
        {
            _steps.Add(step);
        }

        return this;
    }

    private FakeHandler<TRequest, TResponse> Change(Func<FakeStep<TRequest, TResponse>, FakeStep<TRequest, TResponse>> change)
    {
        lock (_lock)
        {
            if (_steps.Count == 0)
            {
                throw new InvalidOperationException($"The handler of {_operation} has no step to change. Add one first, such as Then(response).");
            }

            _steps[^1] = change(_steps[^1]);
        }

        return this;
    }
}
